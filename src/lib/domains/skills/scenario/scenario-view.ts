import type { Language } from '#base'
import { pickWords, type Reviewed } from '#domains/guide'
import type { Reader, Scenario, ScenarioEnd, ScenarioGraph, ScenarioWords } from './scenario.ts'
import type { Skills } from '../skills-library.ts'

/** A scenario as a list shows it. Texts are as written; `language` says whose they are. */
export type ScenarioCard = Pick<Scenario, 'id' | 'topic' | 'readers' | 'setting' | 'picture' | 'friend'> & {
	title: string
	language: Language
}

export type Bubble = { by: 'story' | 'me' | 'other'; name: string; text: string }

/** A scenario's page: the beginning, a step with its choices, or an end. */
export type ScenarioView = {
	card: ScenarioCard
	people: ScenarioWords['people']
	intro: string
	start: string
	review: Reviewed
	checked: string
	step: StepView | undefined
	end: EndView | undefined
}

export type StepView = {
	id: string
	/** The step and choice just before, where only one way leads here. */
	before: Bubble[]
	say: Bubble[]
	ask: string | undefined
	choices: { id: string; to: string; text: string }[]
}

export type EndView = ScenarioWords['ends'][string] &
	ScenarioEnd & { id: string; before: Bubble[]; lastSteps: string[] }

type Way = { from: string; choice: string }

/** The ways that lead to a step or end. */
const findWays = (graph: ScenarioGraph, id: string): Way[] =>
	Object.entries(graph.steps).flatMap(([from, { choices }]) =>
		Object.entries(choices)
			.filter(([, { to }]) => to === id)
			.map(([choice]) => ({ from, choice })),
	)

const toBubbles = (words: ScenarioWords, step: string): Bubble[] =>
	(words.steps[step]?.say ?? []).map(({ by, text }) => ({
		by: by === 'story' || by === 'me' ? by : 'other',
		name: by === 'story' ? '' : (words.people[by] ?? ''),
		text,
	}))

/** Finds what stands above a step: the step before it and the choice made there, when there was only one way. */
const findBefore = (graph: ScenarioGraph, words: ScenarioWords, id: string): Bubble[] => {
	const [way, ...others] = findWays(graph, id)
	if (!way || others.length > 0) return []
	const chosen = words.steps[way.from]?.choices[way.choice] ?? ''
	return [...toBubbles(words, way.from).slice(-2), { by: 'me', name: words.people.me ?? '', text: chosen }]
}

/** The scenario as a list shows it, in `language` or the nearest one that has it. */
export const toScenarioCard = (scenario: Scenario, language: Language): ScenarioCard[] => {
	const { id, topic, readers, setting, picture, friend } = scenario
	const picked = pickWords(scenario.words, language)
	if (!picked) return []
	return [
		{ id, topic, readers, setting, picture, friend, title: picked.words.title, language: picked.language },
	]
}

/** Every scenario for a reader. */
export const getScenarioCards = (
	{ scenarios }: Skills,
	language: Language,
	isWanted: (scenario: Scenario) => boolean,
): ScenarioCard[] => scenarios.filter(isWanted).flatMap((scenario) => toScenarioCard(scenario, language))

/** Readers for whom there are scenarios, in the order of the site. */
export const isFor =
	(reader: Reader) =>
	(scenario: Scenario): boolean =>
		scenario.readers === reader

/**
 * A page of a scenario.
 *
 * @param place - a step or an end; `undefined` for the page on which it begins
 * @returns `undefined` when there is no such scenario or no such place in it
 */
export const findScenarioView = (
	skills: Skills,
	{ id, place, language }: { id: string; place: string | undefined; language: Language },
): ScenarioView | undefined => {
	const scenario = skills.scenarios.find((candidate) => candidate.id === id)
	const picked = scenario && pickWords(scenario.words, language)
	const [card] = scenario ? toScenarioCard(scenario, language) : []
	if (!scenario || !picked || !card) return undefined
	const { words } = picked
	const step = place === undefined ? undefined : findStepView(scenario, words, place)
	const end = place === undefined ? undefined : findEndView(scenario, words, place)
	if (place !== undefined && !step && !end) return undefined
	const { people, intro, review, checked } = words
	return { card, people, intro, start: scenario.start, review, checked, step, end }
}

const findStepView = (graph: ScenarioGraph, words: ScenarioWords, id: string): StepView | undefined => {
	const own = words.steps[id]
	const step = graph.steps[id]
	if (!own || !step || !Object.hasOwn(graph.steps, id)) return undefined
	return {
		id,
		before: findBefore(graph, words, id),
		say: toBubbles(words, id),
		ask: own.ask,
		choices: Object.entries(step.choices).map(([choice, { to }]) => ({
			id: choice,
			to,
			text: own.choices[choice] ?? '',
		})),
	}
}

const findEndView = (graph: ScenarioGraph, words: ScenarioWords, id: string): EndView | undefined => {
	const own = words.ends[id]
	const end = graph.ends[id]
	if (!own || !end || !Object.hasOwn(graph.ends, id)) return undefined
	const lastSteps = [...new Set(findWays(graph, id).map(({ from }) => from))]
	return { id, ...own, ...end, before: findBefore(graph, words, id), lastSteps }
}
