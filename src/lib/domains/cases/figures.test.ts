import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastShown, toKeptShare, toPublicTable, toPublicTimes, type Count } from './figures.ts'

const anyCounts = fc
	.array(fc.nat(40), { maxLength: 8 })
	.map((counts): Count[] => counts.map((count, at) => ({ group: `group-${at}`, count })))

describe('toPublicTable()', () => {
	test('shows no number below ten', () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const { rows, total } = toPublicTable(counts)
				for (const { count } of [...rows, { count: total }])
					expect(count === undefined || count >= leastShown).toBe(true)
			}),
		)
	})

	test('lets nobody work out a hidden number from the sum and the others', () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const { rows, total } = toPublicTable(counts)
				const hidden = rows.filter(({ count }) => count === undefined)
				if (hidden.length === 0 || total === undefined) return
				const shown = rows.reduce((sum, { count }) => sum + (count ?? 0), 0)
				expect(hidden.length).toBeGreaterThanOrEqual(2)
				expect(total - shown).toBeGreaterThanOrEqual(leastShown)
			}),
		)
	})

	test('shows all of a table without small numbers, with a true sum', () => {
		expect(
			toPublicTable([
				{ group: 'a', count: 12 },
				{ group: 'b', count: 30 },
			]),
		).toEqual({
			rows: [
				{ group: 'a', count: 12 },
				{ group: 'b', count: 30 },
			],
			total: 42,
		})
	})

	test('hides a second row behind which one small one cannot be found', () => {
		const { rows, total } = toPublicTable([
			{ group: 'a', count: 3 },
			{ group: 'b', count: 14 },
			{ group: 'c', count: 50 },
		])
		expect(rows.map(({ count }) => count)).toEqual([undefined, undefined, 50])
		expect(total).toBe(67)
	})
})

describe('toPublicTimes()', () => {
	const hour = 3_600_000
	test('says nothing of nine cases', () => {
		expect(toPublicTimes(Array.from({ length: 9 }, () => hour))).toBeUndefined()
	})
	test('rounds up to whole hours', () => {
		const waits = [...Array.from({ length: 9 }, () => 61 * 60_000), 30 * hour]
		expect(toPublicTimes(waits)).toEqual({ cases: 10, median: 2, p90: 2 })
		expect(toPublicTimes([...waits, 30 * hour, 31 * hour])).toMatchObject({ p90: 30 })
	})
})

test('toKeptShare() never rounds up to all', () => {
	expect(toKeptShare(999, 1000)).toBe(99)
	expect(toKeptShare(9, 9)).toBeUndefined()
})
