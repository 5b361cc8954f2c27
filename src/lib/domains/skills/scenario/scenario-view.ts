import type { Language } from '#base'
import { pickWords, type Reviewed } from '#domains/guide'
import {
	nobody,
	type App,
	type Reader,
	type Scenario,
	type ScenarioEnd,
	type ScenarioGraph,
	type ScenarioWords,
} from './scenario.ts'
import type { Skills } from '../skills-library.ts'

/** A scenario as a list shows it. Texts are as written; `language` says whose they are. */
export type ScenarioCard = Pick<
	Scenario,
	'id' | 'topic' | 'readers' | 'setting' | 'app' | 'picture' | 'friend'
> & {
	title: string
	language: Language
}

/**
 * Something told or said. `me` and `other` write in the app; who is `here` says it; `chose` is what the reader took. `part` is `harms` for whoever
 * does harm by it.
 */
export type Bubble = {
	by: 'story' | 'me' | 'other' | 'here' | 'chose'
	part: 'harms' | undefined
	name: string
	/** Somebody of the cast, or `nobody`; empty for what is told. */
	face: string
	text: string
}

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
	/** The app of the story, or `person` where people stand before each other. */
	app: App
	/** The bubbles of others in it. */
	others: Bubble[]
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

/** The place of a step: in the app as soon as somebody writes in it, or else before each other. */
const findApp = (graph: ScenarioGraph, words: ScenarioWords, step: string): App => {
	const writes = (words.steps[step]?.say ?? []).some(
		({ by }) => by !== 'story' && by !== 'me' && !graph.here.includes(by),
	)
	return writes && graph.steps[step]?.isInPerson !== true ? graph.app : 'person'
}

const toBubbles = (graph: ScenarioGraph, words: ScenarioWords, step: string): Bubble[] => {
	const isThere = findApp(graph, words, step) === 'person'
	return (words.steps[step]?.say ?? []).map(({ by, text }) => ({
		by: by === 'story' || by === 'me' ? by : isThere || graph.here.includes(by) ? 'here' : 'other',
		part: graph.harms.includes(by) ? 'harms' : undefined,
		name: by === 'story' ? '' : (words.people[by] ?? ''),
		face: by === 'story' ? '' : (graph.faces[by] ?? nobody),
		text,
	}))
}

/** Finds what stands above a step: the step before it and the choice made there, when there was only one way. */
const findBefore = (graph: ScenarioGraph, words: ScenarioWords, id: string): Bubble[] => {
	const [way, ...others] = findWays(graph, id)
	if (!way || others.length > 0) return []
	const chosen = words.steps[way.from]?.choices[way.choice] ?? ''
	const own: Bubble = {
		by: 'chose',
		part: undefined,
		name: words.people.me ?? '',
		face: graph.faces.me ?? '',
		text: chosen,
	}
	return [...toBubbles(graph, words, way.from).slice(-2), own]
}

/** The scenario as a list shows it, in `language` or the nearest one that has it. */
export const toScenarioCard = (scenario: Scenario, language: Language): ScenarioCard[] => {
	const { id, topic, readers, setting, app, picture, friend } = scenario
	const picked = pickWords(scenario.words, language)
	if (!picked) return []
	return [
		{
			id,
			topic,
			readers,
			setting,
			app,
			picture,
			friend,
			title: picked.words.title,
			language: picked.language,
		},
	]
}

/** Every scenario for a reader. */
export const getScenarioCards = (
	{ scenarios }: Skills,
	language: Language,
	isWanted: (scenario: Scenario) => boolean,
): ScenarioCard[] => scenarios.filter(isWanted).flatMap((scenario) => toScenarioCard(scenario, language))

/** A story as a chat shows it in its list: who wrote last before the reader has a choice, and what. */
type ChatLine = ScenarioCard & { name: string; line: string }

/** Most letters of a line in a list of chats: two lines on a small phone, beside the name. */
const previewLetters = 46

/** The beginning of a message, ended between words. */
const toPreview = (text: string): string => {
	if (text.length <= previewLetters) return text
	const begin = text.slice(0, previewLetters + 1)
	return `${begin.slice(0, begin.lastIndexOf(' ')).replace(/[\s,.:;،؛]+$/u, '')}…`
}

/** Stories for a reader as a list of chats; one in which nobody has written yet shows how it begins. */
export const getChatLines = (skills: Skills, language: Language, reader: Reader): ChatLine[] =>
	skills.scenarios.filter(isFor(reader)).flatMap((scenario) => {
		const picked = pickWords(scenario.words, language)
		const said = picked ? toBubbles(scenario, picked.words, scenario.start) : []
		const last = said.findLast(({ by }) => by === 'other' || by === 'here') ?? said[0]
		return toScenarioCard(scenario, language).map((card) => ({
			...card,
			name: last?.name ?? '',
			line: toPreview(last?.text ?? ''),
		}))
	})

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
	const say = toBubbles(graph, words, id)
	return {
		id,
		app: findApp(graph, words, id),
		others: say.filter(({ by }) => by === 'other'),
		before: findBefore(graph, words, id),
		say,
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
