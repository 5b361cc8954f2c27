import { getLanguage, locales } from '#base'
import { findTopicHelp, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findQuizView, forms } from '#domains/skills/quiz'
import { skills } from '#domains/skills/server'
import { findQuizSubject } from '#domains/skills/staff'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		skills.quizzes.flatMap(({ topic }) => forms.map((form) => ({ lang, topic, form }))),
	)

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const view = findQuizView(skills, { topic: params.topic, form: params.form, language })
	const topic = findQuizSubject(skills, library.topics, params.topic)
	if (!view || !topic) error(404, 'page.not-found')
	return {
		audience: view.readers,
		isSensitive: topic.raisesHelpPanel,
		isPlain: true,
		view,
		picture: topic.picture,
		situation: findTopicHelp(library, { topic: topic.id, audience: view.readers, language })?.situation,
		emergency: topic.raisesHelpPanel ? getEmergency(library) : [],
	}
}
