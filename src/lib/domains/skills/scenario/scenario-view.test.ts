import { expect, test } from 'vitest'
import { languages } from '#base'
import {
	makeGraph,
	makeScenario,
	makeScenarioWords,
	makeSkills,
	makeStep,
} from '../../../../../tests/support/skills.ts'
import {
	findScenarioView,
	getChatLines,
	getScenarioCards,
	isFor,
	type ScenarioView,
} from './scenario-view.ts'
import type { Scenario } from './scenario.ts'

const prototypeNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']

/** A page of the one scenario in `changes`, in French. */
const viewOf = (place: string | undefined, changes: Partial<Scenario> = {}): ScenarioView => {
	const view = findScenarioView(makeSkills({ scenarios: [makeScenario(changes)] }), {
		id: 'class-group',
		place,
		language: 'fr',
	})
	if (!view) throw new Error(`cannot view ${place ?? 'the beginning'}: the scenario has no such place`)
	return view
}
const textsOf = (bubbles: readonly { text: string }[] | undefined): string[] | undefined =>
	bubbles?.map(({ text }) => text)

test('findScenarioView() begins with the people and the intro, and with no step', () => {
	expect(viewOf(undefined)).toMatchObject({
		card: { id: 'class-group', title: 'Title fr', language: 'fr', topic: 'bullying' },
		people: { me: 'Amal', friend: 'Badr' },
		intro: 'Intro fr',
		start: 'first',
		review: { native: 'none', specialist: 'none' },
		checked: '2026-11-25',
		step: undefined,
		end: undefined,
	})
})

test('findScenarioView() shows a step: who speaks, and where each choice leads', () => {
	const { step, end } = viewOf('first')
	expect(step?.say).toEqual([
		{ by: 'story', part: undefined, name: '', face: '', text: 'first begins fr' },
		{ by: 'other', part: undefined, name: 'Badr', face: 'anir', text: 'first goes on fr' },
		{ by: 'me', part: undefined, name: 'Amal', face: 'ghita', text: 'first is answered fr' },
	])
	expect(step?.choices).toEqual([
		{ id: 'c1', to: 'second', text: 'first c1 fr' },
		{ id: 'c2', to: 'third', text: 'first c2 fr' },
	])
	expect(end).toBeUndefined()
})

test('findScenarioView() shows a step in the app as soon as somebody writes there, or else before each other', () => {
	expect(viewOf('first').step).toMatchObject({ app: 'messenger', others: [{ name: 'Badr' }] })
	const there = viewOf('first', { here: ['friend'] }).step
	expect(there).toMatchObject({ app: 'person', others: [] })
	expect(there?.say.map(({ by }) => by)).toEqual(['story', 'here', 'me'])
	const { first, ...others } = makeGraph().steps
	const steps = { ...others, first: { choices: first?.choices ?? {}, isInPerson: true } }
	expect(viewOf('first', { steps }).step).toMatchObject({ app: 'person', others: [] })
})

test('findScenarioView() marks what is said by whoever does harm, wherever it is said', () => {
	const say = viewOf('first', { harms: ['friend'] }).step?.say
	expect(say?.map(({ part }) => part)).toEqual([undefined, 'harms', undefined])
	expect(viewOf('second', { harms: ['friend'] }).step?.before[0]?.part).toBe('harms')
})

test('findScenarioView() shows an end: its words, its doors, and the steps from which it was reached', () => {
	const { step, end } = viewOf('alone')
	expect(end).toMatchObject({
		id: 'alone',
		title: 'alone fr',
		outcome: 'harder',
		doors: ['listener'],
		lastSteps: ['second', 'third'],
	})
	expect(step).toBeUndefined()
})

test('findScenarioView() repeats what was said and chosen where one way leads to a step', () => {
	expect(viewOf('second').step?.before).toMatchObject([
		{ by: 'other', name: 'Badr', text: 'first goes on fr' },
		{ by: 'me', name: 'Amal', text: 'first is answered fr' },
		{ by: 'chose', name: 'Amal', text: 'first c1 fr' },
	])
})

test('findScenarioView() repeats nothing at the start, to which no choice led', () => {
	expect(viewOf('first').step?.before).toEqual([])
})

test('findScenarioView() claims no choice where two steps lead to the same place', () => {
	expect(viewOf('told').end?.before).toEqual([])
	const steps = { ...makeGraph().steps, third: makeStep(['blocks', 'second'], ['shares', 'alone']) }
	expect(viewOf('second', { steps }).step?.before).toEqual([])
})

test('findScenarioView() claims no choice where two choices of one step lead to the same place', () => {
	const steps = {
		...makeGraph().steps,
		first: makeStep(['keeps-proof', 'second'], ['checks', 'second'], ['answers', 'third']),
	}
	expect(viewOf('second', { steps }).step?.before).toEqual([])
	expect(textsOf(viewOf('third', { steps }).step?.before)?.at(-1)).toBe('first c3 fr')
})

test('findScenarioView() repeats what was chosen before an end to which one way leads', () => {
	const steps = { ...makeGraph().steps, third: makeStep(['blocks', 'told'], ['shares', 'second']) }
	expect(textsOf(viewOf('alone', { steps }).end?.before)).toEqual([
		'second goes on fr',
		'second is answered fr',
		'second c2 fr',
	])
})

test('findScenarioView() asks the question of a step only where it has one', () => {
	const graph = makeGraph()
	const words = makeScenarioWords(graph)
	const first = { say: [{ by: 'me', text: 'x' }], ask: 'And now?', choices: { c1: 'x', c2: 'y' } }
	const asked = { fr: { ...words, steps: { ...words.steps, first } } }
	expect(viewOf('first', { words: asked }).step?.ask).toBe('And now?')
	expect(viewOf('second', { words: asked }).step?.ask).toBeUndefined()
})

test('findScenarioView() falls back to the nearest language and says which it is', () => {
	const skills = makeSkills()
	expect(
		findScenarioView(skills, { id: 'class-group', place: 'first', language: 'zgh' })?.card.language,
	).toBe('ar')
	const inFrench = makeScenario({ words: { fr: makeScenarioWords(makeGraph()) } })
	for (const language of languages)
		expect(
			findScenarioView(makeSkills({ scenarios: [inFrench] }), { id: 'class-group', place: 'told', language })
				?.card.language,
		).toBe('fr')
})

test('findScenarioView() gives nothing for a scenario that no language has', () => {
	const skills = makeSkills({ scenarios: [makeScenario({ words: {} })] })
	expect(findScenarioView(skills, { id: 'class-group', place: undefined, language: 'ar' })).toBeUndefined()
	expect(getScenarioCards(skills, 'ar', () => true)).toEqual([])
})

test.each(['nowhere', 'First', 'first ', '../first', ...prototypeNames])(
	'findScenarioView() gives nothing for a place or a scenario named `%s`',
	(name) => {
		expect(findScenarioView(makeSkills(), { id: 'class-group', place: name, language: 'fr' })).toBeUndefined()
		expect(findScenarioView(makeSkills(), { id: name, place: undefined, language: 'fr' })).toBeUndefined()
		expect(findScenarioView(makeSkills(), { id: name, place: 'first', language: 'fr' })).toBeUndefined()
	},
)

test('getScenarioCards() lists what is wanted, in the language of the reader or the nearest', () => {
	const skills = makeSkills()
	expect(getScenarioCards(skills, 'en', isFor('children'))).toEqual([
		{
			id: 'left-out',
			topic: 'bullying',
			readers: 'children',
			setting: 'chat',
			picture: 'mocked',
			app: 'messenger',
			friend: false,
			title: 'Title en',
			language: 'en',
		},
	])
	expect(getScenarioCards(skills, 'zgh', isFor('teens')).map(({ title }) => title)).toEqual(['Title ar'])
	expect(getScenarioCards(skills, 'en', isFor('parents'))).toEqual([])
})

test('getChatLines() shows who wrote last before the first choice, and ends a long line between words', () => {
	const [chat, ...others] = getChatLines(makeSkills(), 'fr', 'teens')
	expect(others).toEqual([])
	expect(chat).toMatchObject({ id: 'class-group', language: 'fr' })
	const long = makeScenario()
	const words = makeScenarioWords(long)
	const text = 'Un message qui est bien plus long que la place qu’il y a dans une liste de messages'
	const start = words.steps[long.start]
	if (!start) throw new Error('reading a story: it has no first step')
	const steps = { ...words.steps, [long.start]: { ...start, say: [{ by: 'sara', text }] } }
	const told = makeSkills({
		scenarios: [{ ...long, words: { fr: { ...words, people: { sara: 'Sara' }, steps } } }],
	})
	expect(getChatLines(told, 'fr', 'teens')[0]).toMatchObject({
		name: 'Sara',
		line: 'Un message qui est bien plus long que la place…',
	})
	expect(getChatLines(told, 'fr', 'children')).toEqual([])
})
