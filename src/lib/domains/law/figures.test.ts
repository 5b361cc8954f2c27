import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLaw, makeMapping, readLaw } from '../../../../tests/support/law-files.ts'
import { getFigures, getProgress } from './figures.ts'

const law = readLaw()

test('getFigures() counts what the facts count', () => {
	const figures = getFigures(law)
	expect(figures.counts).toEqual({ covered: 44, partly: 55, gap: 9, unknown: 6 })
	expect(figures.byConvention.reduce((sum, { total }) => sum + total, 0)).toBe(114)
	expect(figures.questions).toEqual({ open: 33, answered: 0, byPriority: { 1: 20, 2: 10, 3: 3 } })
	expect(figures.read.done).toBe(0)
})

test('getProgress() shows how assessments stood on each day on which one was made', () => {
	const earlier = [{ on: '2026-01-10', by: 'desk', assessment: 'gap' }]
	const mapped = makeLaw({
		'mappings/treaty.yaml': [
			makeMapping('map-1', { earlier }),
			makeMapping('map-2', {
				asks: 'treaty-2',
				assessment: 'partly',
				assessed: { on: '2026-06-01', by: 'desk' },
			}),
		],
	})
	expect(getProgress(mapped)).toEqual([
		{ day: '2026-01-10', counts: { covered: 0, partly: 0, gap: 1, unknown: 0 } },
		{ day: '2026-06-01', counts: { covered: 0, partly: 1, gap: 1, unknown: 0 } },
		{ day: '2026-11-24', counts: { covered: 1, partly: 1, gap: 0, unknown: 0 } },
	])
})

test('getProgress() counts on every day each row that was assessed by then, once, and ends with the figures of today', () => {
	const day = fc.constantFrom('2026-01-10', '2026-02-20', '2026-03-30', '2026-11-24')
	const assessment = fc.constantFrom('covered', 'partly', 'gap', 'unknown')
	const past = fc.uniqueArray(fc.record({ on: day, by: fc.constant('desk'), assessment }), {
		selector: ({ on }) => on,
		maxLength: 3,
	})
	fc.assert(
		fc.property(past, past, (one, other) => {
			const toMapping = (id: string, asks: string, all: typeof one) => {
				const [last, ...earlier] = [...all].sort((a, b) => b.on.localeCompare(a.on))
				const now = last ?? { on: '2026-11-24', by: 'desk', assessment: 'gap' }
				return makeMapping(id, {
					asks,
					assessment: now.assessment,
					assessed: { on: now.on, by: now.by },
					earlier,
				})
			}
			const made = makeLaw({
				'mappings/treaty.yaml': [toMapping('map-1', 'treaty-1', one), toMapping('map-2', 'treaty-2', other)],
			})
			const progress = getProgress(made)
			const firsts = [one, other].map((all) => all.map(({ on }) => on).sort()[0] ?? '2026-11-24')
			for (const { day: shown, counts } of progress)
				expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(
					firsts.filter((first) => first <= shown).length,
				)
			expect(progress.map(({ day: shown }) => shown)).toEqual(progress.map(({ day: shown }) => shown).sort())
			expect(progress.at(-1)?.counts).toEqual(getFigures(made).counts)
		}),
		{ numRuns: 30 },
	)
})
