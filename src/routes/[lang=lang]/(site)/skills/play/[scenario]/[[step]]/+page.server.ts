import { getLanguage, locales } from '#base'
import { findTopicHelp, getDoors, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { toScenePicture } from '#domains/scenes'
import { scenes } from '#domains/scenes/server'
import { findEndScene, findStoryScene } from '#domains/scenes/story'
import { getScenarioCards } from '#domains/skills'
import { findScenarioView } from '#domains/skills/scenario'
import { findModuleOfStory } from '#domains/skills/staff'
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
	const isNext = (card: { id: string; readers: string }): boolean =>
		card.id !== view.card.id && card.readers === view.card.readers
	const { id: story, readers } = view.card
	const drawn = view.end
		? findEndScene(scenes, { story, readers, end: view.end.id, outcome: view.end.outcome })
		: findStoryScene(scenes, story, params.step)
	return {
		audience: readers,
		isPlain: params.step !== undefined,
		scene: toScenePicture(drawn, params.lang, {
			camera: view.end ? 'whole' : 'wide',
			isNight: readers === 'teens',
		}),
		isSensitive: topic.raisesHelpPanel,
		view,
		topic,
		doors: view.end ? getDoors(library, view.end.doors) : [],
		emergency: getEmergency(library),
		help: view.end && findTopicHelp(library, { topic: topic.id, audience: readers, language }),
		next: view.end ? getScenarioCards(skills, language, isNext).slice(0, 2) : [],
		hasQuiz: skills.quizzes.some(
			(quiz) =>
				quiz.topic === topic.id && (quiz.readers === 'teachers') === (view.card.readers === 'teachers'),
		),
		module: findModuleOfStory(skills, params.scenario),
	}
}
