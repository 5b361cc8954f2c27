import { getLanguage } from '#base'
import { findTopicHelp, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findQuizResult } from '#domains/skills/quiz'
import { getScenarioCards } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { findQuizSubject, staffQuizId } from '#domains/skills/staff'
import { error } from '@sveltejs/kit'
import { findClassroom } from '#server/public/classroom'
import type { PageServerLoad } from './$types'

export const prerender = false

export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	const language = getLanguage(params.lang)
	const result = findQuizResult(skills, {
		topic: params.topic,
		form: params.form,
		language,
		answers: url.searchParams,
	})
	const topic = findQuizSubject(skills, library.topics, params.topic)
	if (!result || !topic) error(404, 'page.not-found')
	if (topic.id !== staffQuizId)
		findClassroom()?.tallies.add({
			number: url.searchParams.get('n') ?? '',
			topic: topic.id,
			form: result.form,
			answers: url.searchParams,
		})
	setHeaders({ 'cache-control': 'no-store' })
	return {
		audience: result.readers,
		isSensitive: topic.raisesHelpPanel,
		result,
		answers: url.search,
		emergency: topic.raisesHelpPanel ? getEmergency(library) : [],
		help: findTopicHelp(library, { topic: topic.id, audience: result.readers, language }),
		next: getScenarioCards(skills, language, (scenario) => scenario.topic === params.topic),
	}
}
