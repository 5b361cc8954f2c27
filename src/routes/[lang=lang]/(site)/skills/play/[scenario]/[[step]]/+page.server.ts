import { getLanguage, locales } from '#base'
import { findTopicHelp, getDoors, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getScenarioCards } from '#domains/skills'
import { findScenarioView } from '#domains/skills/scenario'
import { skills } from '#domains/skills/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		skills.scenarios.flatMap(({ id, steps, ends }) => [
			{ lang, scenario: id },
			...[...Object.keys(steps), ...Object.keys(ends)].map((step) => ({ lang, scenario: id, step })),
		]),
	)

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const view = findScenarioView(skills, { id: params.scenario, place: params.step, language })
	const topic = library.topics.find(({ id }) => id === view?.card.topic)
	if (!view || !topic) error(404, 'page.not-found')
	const isNext = ({ id, readers }: { id: string; readers: string }): boolean =>
		id !== view.card.id && readers === view.card.readers
	return {
		audience: view.card.readers,
		isSensitive: topic.raisesHelpPanel,
		view,
		topic,
		doors: view.end ? getDoors(library, view.end.doors) : [],
		emergency: getEmergency(library),
		help: view.end && findTopicHelp(library, { topic: topic.id, audience: view.card.readers, language }),
		next: view.end ? getScenarioCards(skills, language, isNext).slice(0, 2) : [],
		hasQuiz: skills.quizzes.some((quiz) => quiz.topic === topic.id),
	}
}
