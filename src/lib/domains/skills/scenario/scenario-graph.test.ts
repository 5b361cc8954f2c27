import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
	makeChain,
	makeEnd,
	makeGraph,
	makeScenario,
	makeScenarioWords,
	makeStep,
} from '../../../../../tests/support/skills.ts'
import { findGraphFaults, findPictureFaults, findWordFaults, longestWay } from './scenario-graph.ts'
import { scenarioGraph, type ScenarioGraph } from './scenario.ts'

/** Names that every object of JavaScript answers to. */
const prototypeNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

const withSteps = (steps: ScenarioGraph['steps']): ScenarioGraph =>
	makeGraph({ steps: { ...makeGraph().steps, ...steps } })

test('findGraphFaults() finds nothing in a sound graph', () => {
	expect(findGraphFaults(makeGraph())).toEqual([])
})

test('findGraphFaults() finds a way to a place that is not there', () => {
	const graph = withSteps({ second: makeStep(['asks-help', 'told'], ['waits', 'nowhere']) })
	expect(findGraphFaults(graph)).toEqual(['steps.second.choices.c2: leads to nowhere, which is not there'])
})

test.each([0, 1, 4])('scenarioGraph refuses a step with %i choices', (count) => {
	const ways = Array.from({ length: count }, () => ['waits', 'told'] as const)
	const parsed = v.safeParse(scenarioGraph, withSteps({ second: makeStep(...ways) }))
	expect(parsed.issues?.map(({ message }) => message)).toEqual(['must offer two or three choices'])
})

test('scenarioGraph refuses an end without a door to help', () => {
	const graph = makeGraph({ ends: { told: makeEnd({ doors: [] }), alone: makeEnd() } })
	expect(v.safeParse(scenarioGraph, graph).issues?.[0]?.message).toBe('must name at least one door')
})

test('findGraphFaults() finds a start that is not there', () => {
	expect(findGraphFaults(makeGraph({ start: 'nowhere' }))).toEqual(['start: there is no step nowhere'])
	expect(findGraphFaults(makeGraph({ start: 'told' }))).toEqual(['start: there is no step told'])
	expect(findGraphFaults(makeGraph({ steps: {} }))).toEqual(['start: there is no step first'])
})

test('findGraphFaults() finds a step and an end to which no way leads', () => {
	const lost = withSteps({ fourth: makeStep(['reports', 'told'], ['waits', 'alone']) })
	expect(findGraphFaults(lost)).toEqual(['fourth: no way leads there'])
	const ends = { ...makeGraph().ends, late: makeEnd() }
	expect(findGraphFaults(makeGraph({ ends }))).toEqual(['late: no way leads there'])
})

test('findGraphFaults() finds two steps that lead only to each other', () => {
	const island = withSteps({
		fourth: makeStep(['reports', 'fifth'], ['waits', 'told']),
		fifth: makeStep(['reports', 'fourth'], ['waits', 'told']),
	})
	expect(findGraphFaults(island)).toEqual(['fourth: no way leads there', 'fifth: no way leads there'])
})

test.each([
	['itself', 'third'],
	['the start', 'first'],
])('findGraphFaults() finds a step that leads back to %s', (_, to) => {
	const graph = withSteps({ third: makeStep(['blocks', 'told'], ['shares', to]) })
	expect(findGraphFaults(graph)).toContain('steps: a way turns in a circle')
})

test('findGraphFaults() takes two ways that meet again: they are no circle', () => {
	const graph = withSteps({ third: makeStep(['blocks', 'told'], ['shares', 'second']) })
	expect(findGraphFaults(graph)).toEqual([])
})

test('findGraphFaults() takes a way of 12 steps and refuses one of 13', () => {
	expect(longestWay).toBe(12)
	expect(findGraphFaults(makeChain(12))).toEqual([])
	expect(findGraphFaults(makeChain(13))).toEqual(['steps: a way has 13 steps, at most 12 are allowed'])
})

test('findGraphFaults() measures the longest way, not the first', () => {
	const chain = makeChain(13)
	const first = makeStep(['asks-help', 'told'], ['waits', 's2'])
	expect(findGraphFaults({ ...chain, steps: { ...chain.steps, s1: first } })).toEqual([
		'steps: a way has 13 steps, at most 12 are allowed',
	])
})

test('findGraphFaults() finds a step whose choices make no difference', () => {
	const graph = withSteps({ third: makeStep(['blocks', 'alone'], ['shares', 'alone']) })
	expect(findGraphFaults(graph)).toEqual(['steps.third: all choices lead to the same place'])
})

test('findGraphFaults() wants an act that protects in at least half of the steps', () => {
	const risky = makeStep(['answers', 'told'], ['gives-in', 'alone'])
	const half = makeGraph({
		steps: { first: makeStep(['keeps-proof', 'second'], ['waits', 'told']), second: risky },
	})
	expect(findGraphFaults(half)).toEqual([])
	expect(findGraphFaults(withSteps({ second: risky, third: risky }))).toEqual([
		'steps: fewer than half offer an act that protects',
	])
})

test('findGraphFaults() finds an end that has the name of a step', () => {
	const ends = { ...makeGraph().ends, second: makeEnd() }
	expect(findGraphFaults(makeGraph({ ends }))).toEqual(['ends.second: a step has the same name'])
})

test('findGraphFaults() names every fault at once', () => {
	const graph = withSteps({
		third: makeStep(['blocks', 'first'], ['shares', 'first']),
		fourth: makeStep(['reports', 'told'], ['waits', 'alone']),
	})
	expect(findGraphFaults(graph)).toEqual([
		'fourth: no way leads there',
		'steps: a way turns in a circle',
		'steps.third: all choices lead to the same place',
	])
})

test.each(prototypeNames)(
	'findGraphFaults() does not take `%s` for a step or an end that is there',
	(name) => {
		expect(findGraphFaults(makeGraph({ start: name }))).toEqual([`start: there is no step ${name}`])
		const graph = withSteps({ second: makeStep(['asks-help', 'told'], ['waits', name]) })
		expect(findGraphFaults(graph)).toEqual([`steps.second.choices.c2: leads to ${name}, which is not there`])
	},
)

test.each(prototypeNames)('findGraphFaults() takes a step and an end that are named `%s`', (name) => {
	const { first, second, third } = makeGraph().steps
	const { told, alone } = makeGraph().ends
	const asStep = makeGraph({
		steps: Object.fromEntries([
			['first', makeStep(['keeps-proof', name], ['answers', 'third'])],
			[name, second ?? makeStep()],
			['third', third ?? makeStep()],
		]),
	})
	expect(findGraphFaults(asStep)).toEqual([])
	expect(findWordFaults(asStep, makeScenarioWords(asStep))).toEqual([])
	const asEnd = makeGraph({
		steps: {
			first: first ?? makeStep(),
			second: makeStep(['asks-help', 'told'], ['waits', name]),
			third: makeStep(['blocks', 'told'], ['shares', name]),
		},
		ends: Object.fromEntries([
			['told', told ?? makeEnd()],
			[name, alone ?? makeEnd()],
		]),
	})
	expect(findGraphFaults(asEnd)).toEqual([])
	expect(findWordFaults(asEnd, makeScenarioWords(asEnd))).toEqual([])
})

const graph = makeGraph()
const words = makeScenarioWords(graph)
const withoutKey = <Value>(record: Record<string, Value>, key: string): Record<string, Value> =>
	Object.fromEntries(Object.entries(record).filter(([id]) => id !== key))

test('findWordFaults() finds nothing when every place has its words', () => {
	expect(findWordFaults(graph, words)).toEqual([])
})

test.each([
	['a step without words', { steps: withoutKey(words.steps, 'third') }, 'steps.third: is missing'],
	[
		'words of a step that is not there',
		{ steps: { ...words.steps, fourth: { say: [{ by: 'me', text: 'x' }], choices: {} } } },
		'steps.fourth: is not in scenario.yaml',
	],
	['an end without words', { ends: withoutKey(words.ends, 'told') }, 'ends.told: is missing'],
	[
		'words of an end that is not there',
		{ ends: { ...words.ends, late: { title: 'x', text: 'x', who: 'x', how: 'x', words: 'x' } } },
		'ends.late: is not in scenario.yaml',
	],
	[
		'a choice without words',
		{ steps: { ...words.steps, first: { say: [{ by: 'me', text: 'x' }], choices: { c1: 'x' } } } },
		'steps.first.choices.c2: is missing',
	],
	[
		'words of a choice that is not there',
		{
			steps: {
				...words.steps,
				first: { say: [{ by: 'me', text: 'x' }], choices: { c1: 'x', c2: 'x', c3: 'x' } },
			},
		},
		'steps.first.choices.c3: is not in scenario.yaml',
	],
	[
		'a bubble of nobody',
		{
			steps: {
				...words.steps,
				first: { say: [{ by: 'stranger', text: 'x' }], choices: { c1: 'x', c2: 'x' } },
			},
		},
		'steps.first.say: stranger is not among the people',
	],
	[
		'a bubble of somebody whose name every object knows',
		{
			steps: {
				...words.steps,
				first: { say: [{ by: 'constructor', text: 'x' }], choices: { c1: 'x', c2: 'x' } },
			},
		},
		'steps.first.say: constructor is not among the people',
	],
])('findWordFaults() finds %s', (_, changes, fault) => {
	expect(findWordFaults(graph, { ...words, ...changes })).toEqual([fault])
})

test('findWordFaults() wants a name for the reader', () => {
	expect(findWordFaults(graph, { ...words, people: { friend: 'Badr' } })).toContain('people.me: is missing')
})

test('findPictureFaults() finds scenarios in which strangers do most of the harm', () => {
	const boy = makeScenario({ target: 'boy' })
	const girl = makeScenario({ target: 'girl', offender: 'known' })
	const stranger = makeScenario({ offender: 'stranger' })
	expect(findPictureFaults([boy, girl, boy, stranger, stranger])).toEqual([])
	expect(findPictureFaults([boy, girl, stranger, stranger])).toEqual([
		'2 of 4 offenders are known or peers, wanted 60 %',
	])
})

test('findPictureFaults() counts no scenario in which nobody does harm', () => {
	const nobody = makeScenario({ offender: 'none' })
	const pair = [makeScenario({ target: 'boy' }), makeScenario({ target: 'girl' })]
	expect(findPictureFaults([...pair, nobody, nobody, nobody])).toEqual([])
})

test.each(['boy', 'girl', 'adult'] as const)(
	'findPictureFaults() finds scenarios in which only a %s is harmed',
	(target) => {
		expect(findPictureFaults([makeScenario({ target })])).toEqual([
			'boys and girls must both be among the targets',
		])
	},
)
