import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promisedHours } from '#domains/reports'
import { getPromise } from '../clock/case-clock.ts'
import { tableIds, tables, toFigures, type CountRow, type Figures, type TableId } from './figures.ts'
import { openDataSchema, toFiguresCsv, toOpenData } from './open-data.ts'
import { leastShown, toPublicCount, toPublicTimes, type PublicCount } from './round.ts'

/** Cases with a group in each table: what a quarter may hold, small groups and large ones. */
const anyCases = fc.array(
	fc.record({
		category: fc.constantFrom(...tables.category),
		lane: fc.constantFrom(...tables.lane),
		outcome: fc.constantFrom(...tables.outcome),
		reporter: fc.option(fc.constantFrom(...tables.reporter), { nil: undefined }),
		times: fc.integer({ min: 0, max: 60 }),
	}),
	{ maxLength: 12 },
)
const span = { from: '2026-07', to: '2026-09' }
const toRows = (cases: typeof anyCases extends fc.Arbitrary<infer Cases> ? Cases : never): CountRow[] =>
	cases.flatMap(({ times, reporter, ...groups }) => [
		...Object.entries(groups).map(([kind, grouped]) => ({ kind, grouped, count: times })),
		...(reporter ? [{ kind: 'reporter', grouped: reporter, count: times }] : []),
	])

type Range = { least: number; most: number }
const toRange = (count: PublicCount): Range =>
	count === null ? { least: 0, most: leastShown - 1 } : { least: count, most: count + leastShown - 1 }
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Derives what somebody can work out who knows the page and its method: each table sums to the same unknown number of cases. */
const derive = (figures: Figures): Record<TableId, Range[]> => {
	const ranges = Object.fromEntries(
		tableIds.map((table) => [table, figures.tables[table].map(({ count }) => toRange(count))]),
	) as Record<TableId, Range[]>
	const sums = [
		toRange(figures.cases),
		...tableIds.map((table) => ({
			least: sum(ranges[table].map(({ least }) => least)),
			most: sum(ranges[table].map(({ most }) => most)),
		})),
	]
	const least = Math.max(...sums.map((one) => one.least))
	const most = Math.min(...sums.map((one) => one.most))
	const narrow = (table: TableId): Range[] =>
		ranges[table].map((cell, at) => {
			const others = ranges[table].filter((_, place) => place !== at)
			return {
				least: Math.max(cell.least, least - sum(others.map((other) => other.most))),
				most: Math.min(cell.most, most - sum(others.map((other) => other.least))),
			}
		})
	return Object.fromEntries(tableIds.map((table) => [table, narrow(table)])) as Record<TableId, Range[]>
}

describe('toFigures()', () => {
	test('shows no number below ten and none that is not a ten', () => {
		fc.assert(
			fc.property(anyCases, (cases) => {
				const { cases: all, tables: made } = toFigures(toRows(cases), span)
				for (const count of [all, ...tableIds.flatMap((table) => made[table].map((row) => row.count))])
					expect(count === null || (count >= leastShown && count % leastShown === 0)).toBe(true)
			}),
		)
	})

	test('from all tables together, and their sum, no hidden number can be worked out: four are always possible', () => {
		fc.assert(
			fc.property(anyCases, (cases) => {
				const figures = toFigures(toRows(cases), span)
				const known = derive(figures)
				for (const table of tableIds)
					for (const [at, { count }] of figures.tables[table].entries()) {
						const { least = 0, most = 0 } = known[table][at] ?? {}
						if (count === null) expect(most - least, `${table} ${at}`).toBeGreaterThanOrEqual(3)
					}
			}),
			{ numRuns: 300 },
		)
	})

	test('no table has ten groups or twenty: nine times their number would be a ten, and all could stand at their end', () => {
		for (const table of tableIds)
			expect(((leastShown - 1) * tables[table].length) % leastShown).toBeGreaterThanOrEqual(3)
	})

	test('a case more changes a table by a ten or not at all, and one table by one group', () => {
		fc.assert(
			fc.property(anyCases, fc.constantFrom(...tables.category), (cases, category) => {
				const rows = toRows(cases)
				const more = [...rows, { kind: 'category', grouped: category, count: 1 }]
				const [before, after] = [rows, more].map((some) => toFigures(some, span).tables.category)
				const changed = after?.filter(({ count }, at) => count !== before?.[at]?.count) ?? []
				expect(changed.length).toBeLessThanOrEqual(1)
			}),
		)
	})

	test('who wrote is told apart from the case: who was not counted did not say', () => {
		const rows = [
			{ kind: 'outcome', grouped: 'open', count: 42 },
			{ kind: 'reporter', grouped: 'teen', count: 25 },
		]
		const { reporter } = toFigures(rows, span).tables
		expect(reporter.filter(({ count }) => count !== null)).toEqual([
			{ group: 'teen', count: 20 },
			{ group: 'unsaid', count: 10 },
		])
	})
})

test('the page of a mailbox promises what the clock of the first answer allows', () => {
	expect(getPromise('first-answer')).toBe(promisedHours * 60)
})

test('toPublicTimes() shows a time only with ten quicker and ten slower, rounded up', () => {
	const hours = (count: number) => Array.from({ length: count }, (_, at) => at + 0.5)
	expect(toPublicTimes(hours(20))).toEqual({ median: null, p90: null })
	expect(toPublicTimes(hours(21))).toEqual({ median: 11, p90: null })
	expect(toPublicTimes(hours(100))).toEqual({ median: 50, p90: 90 })
	expect([9, 10, 19, 20].map(toPublicCount)).toEqual([null, 10, 10, 20])
})

test('the open data keeps its schema, and its table has a line for each number', () => {
	const many = tables.category.map((group, at) => ({ kind: 'category', grouped: group, count: at * 7 }))
	const published = [
		{
			quarter: '2026-Q3',
			figures: toFigures([...many, { kind: 'outcome', grouped: 'open', count: 90 }], span),
		},
	] as const
	const isValid = new Ajv2020({ strict: false }).compile(openDataSchema)
	const data: unknown = JSON.parse(JSON.stringify(toOpenData(published, true)))
	isValid(data)
	expect(isValid.errors ?? []).toEqual([])
	expect(isValid({ ...(data as object), quarters: [{}] })).toBe(false)
	const lines = toFiguresCsv(published, true).split('\r\n')
	expect(new Set(lines.filter(Boolean).map((line) => line.split(',').length))).toEqual(new Set([8]))
	expect(lines).toContain('2026-Q3,category,grooming,10,,,,true')
	expect(lines).toContain('2026-Q3,category,sexual-extortion,,,,,true')
})
