import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgets, fillBucket, leastTries, mostTries, takeToken, toDangerTries, toTries } from './flood.ts'

const budget = { perSecond: 2, burst: 5 }
const at = (seconds: number): Date => new Date(1_772_000_000_000 + seconds * 1000)

test('a budget gives its burst at once, then its rate', () => {
	let bucket = fillBucket(budget, at(0))
	const take = (seconds: number): boolean => {
		const spent = takeToken(bucket, budget, at(seconds))
		bucket = spent.bucket
		return !spent.isOver
	}
	expect(Array.from({ length: 7 }, () => take(0))).toEqual([true, true, true, true, true, false, false])
	expect([take(1), take(1), take(1)]).toEqual([true, true, false])
})

test('in any time no more is taken than burst and rate allow, whatever the clock does', () => {
	const times = fc.array(fc.double({ min: -10, max: 100, noNaN: true }), { maxLength: 300 })
	fc.assert(
		fc.property(times, (moments) => {
			let [bucket, taken, latest] = [fillBucket(budget, at(0)), 0, 0]
			for (const moment of moments) {
				latest = Math.max(latest, moment)
				const spent = takeToken(bucket, budget, at(moment))
				bucket = spent.bucket
				if (!spent.isOver) taken++
			}
			expect(taken).toBeLessThanOrEqual(budget.burst + budget.perSecond * latest + 1)
		}),
	)
})

test('browsers and forms without script have budgets of their own', () => {
	expect(budgets.browser).not.toBe(budgets.server)
})

test('work grows with what waits, never shrinks, and has an end', () => {
	const waits = [0, 1, 64, 256, 512, 1e6].map(toTries)
	expect(waits).toEqual([...waits].sort((a, b) => a - b))
	expect([waits[0], waits[3], waits.at(-1)]).toEqual([200, 400, mostTries])
})

test('the work of danger grows with what comes, and stays below that of reports that can wait', () => {
	const tries = [0, 30, 300, 1e6].map(toDangerTries)
	expect(tries).toEqual([...tries].sort((a, b) => a - b))
	// Half more for the unluckiest: what takes a slow phone a second.
	expect((tries.at(-1) ?? 0) * 1.5).toBeLessThanOrEqual(2 * leastTries)
})
