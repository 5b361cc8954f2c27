import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeChain, makeEnd, makeGraph, makeStep } from '../../../../../tests/support/skills.ts'
import { findGraphFaults, longestWay } from './scenario-graph.ts'
import type { ScenarioGraph } from './scenario.ts'

/** Steps at which somebody can stand after so many choices, whatever was chosen. */
const findOpenSteps = (graph: ScenarioGraph, count: number): string[] => {
	let places = [graph.start]
	for (let made = 0; made < count; made++)
		places = [
			...new Set(
				places.flatMap((id) =>
					Object.hasOwn(graph.steps, id)
						? Object.values(graph.steps[id]?.choices ?? {}).map(({ to }) => to)
						: [],
				),
			),
		]
	return places.filter((id) => Object.hasOwn(graph.steps, id))
}

const act = fc.constantFrom('asks-help', 'refuses', 'answers', 'waits')
const names = [
	'constructor',
	'__proto__',
	'toString',
	...Array.from({ length: 12 }, (_, index) => `s${index}`),
]

/** Graphs without circles: each step leads to the next, its other choices to whatever comes after it. */
const forwardGraph = fc
	.record({
		ids: fc.shuffledSubarray(names, { minLength: 1 }),
		ends: fc.integer({ min: 2, max: 4 }),
		others: fc.array(fc.array(fc.tuple(act, fc.nat()), { minLength: 1, maxLength: 2 }), {
			minLength: names.length,
			maxLength: names.length,
		}),
	})
	.map(({ ids, ends, others }) => {
		const endIds = Array.from({ length: ends }, (_, index) => `end${index}`)
		const steps = ids.map((id, index) => {
			const after = [...ids.slice(index + 1), ...endIds]
			const rest = (others[index] ?? []).map(
				([does, pick]) => [does, after[pick % after.length] ?? ''] as const,
			)
			return [id, makeStep(['reports', after[0] ?? ''], ...rest)] as const
		})
		const targets = steps.flatMap(([, { choices }]) => Object.values(choices).map(({ to }) => to))
		return makeGraph({
			start: ids[0] ?? '',
			steps: Object.fromEntries(steps),
			ends: Object.fromEntries(endIds.filter((id) => targets.includes(id)).map((id) => [id, makeEnd()])),
		})
	})

test('every walk through a graph that findGraphFaults() takes reaches an end within 12 steps', () => {
	let taken = 0
	fc.assert(
		fc.property(forwardGraph, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (graph, picks) => {
			if (findGraphFaults(graph).length > 0) return
			taken += 1
			let place = graph.start
			for (const pick of picks) {
				const choices = Object.hasOwn(graph.steps, place) ? graph.steps[place]?.choices : undefined
				const ways = Object.values(choices ?? {})
				place = ways[pick % ways.length]?.to ?? place
			}
			expect(Object.hasOwn(graph.ends, place)).toBe(true)
			expect(findOpenSteps(graph, longestWay)).toEqual([])
		}),
		{ numRuns: 500 },
	)
	expect(taken).toBeGreaterThan(50)
})

test('findGraphFaults() finds a circle or a way that is too long exactly where somebody can walk on after 12 choices', () => {
	const places = ['constructor', '__proto__', 's1', 's2', 's3', 's4', 'told', 'alone']
	const anyStep = fc
		.array(fc.tuple(act, fc.constantFrom(...places)), { minLength: 2, maxLength: 3 })
		.map((ways) => makeStep(...ways))
	const anyGraph = fc.tuple(anyStep, anyStep, anyStep, anyStep, anyStep, anyStep).map((steps) =>
		makeGraph({
			start: 's1',
			steps: Object.fromEntries(steps.map((step, index) => [places[index] ?? '', step])),
		}),
	)
	fc.assert(
		fc.property(fc.oneof(anyGraph, forwardGraph, fc.integer({ min: 1, max: 40 }).map(makeChain)), (graph) => {
			const isEndless = findGraphFaults(graph).some((fault) => /circle|a way has/u.test(fault))
			expect(isEndless).toBe(findOpenSteps(graph, longestWay).length > 0)
		}),
		{ numRuns: 1000 },
	)
})
