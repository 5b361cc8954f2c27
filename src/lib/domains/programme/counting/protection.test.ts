import { describe, expect, test } from 'vitest'
import { createDiscreteLaplace, drawSystemWord } from '#tools/statistics/discrete-laplace'
import { families } from './families.ts'
import { estimateShare, hasRush, isImpossible, randomise } from './protection.ts'

const all = { filter: true, search: true, bypass: true }

describe('randomise()', () => {
	test('asks each protection alike, and tells the truth three times in four', () => {
		const seen: Record<string, number> = {}
		for (let at = 0; at < 60_000; at++) {
			const { protection, bit } = randomise({ ...all, search: false }, drawSystemWord)
			seen[`${protection}${bit}`] = (seen[`${protection}${bit}`] ?? 0) + 1
		}
		for (const [name, share] of [
			['filter1', 0.75],
			['filter0', 0.25],
			['search1', 0.25],
			['search0', 0.75],
			['bypass1', 0.75],
		] as const)
			// Five standard deviations of 20,000 draws.
			expect(Math.abs((seen[name] ?? 0) / 20_000 - share), name).toBeLessThan(0.02)
	})

	test('draws a word again that would favour the first protection', () => {
		const words = [2 ** 32 - 1, 1, 0]
		expect(randomise(all, () => words.shift() ?? 0)).toEqual({ protection: 'search', bit: 0 })
	})
})

/** Presses of a population in which a share has the protection, as the cells hold them. */
const ask = (count: number, share: number, t: number): { yes: number; no: number } => {
	const noise = createDiscreteLaplace(t, drawSystemWord)
	let yes = 0
	for (let at = 0; at < count; at++) {
		const has = drawSystemWord() / 2 ** 32 < share
		if ((drawSystemWord() % 4 !== 0) === has) yes++
	}
	return { yes: yes + noise(), no: count - yes + noise() }
}

describe('estimateShare()', () => {
	test.each([
		[250, 0.35],
		[1000, 0.35],
		[4000, 0.9],
	])('covers the truth in nineteen cases of twenty: %i presses, %f', (count, share) => {
		const { t } = families.protected
		const rounds = 2000
		let covered = 0
		let sum = 0
		for (let at = 0; at < rounds; at++) {
			const found = estimateShare(ask(count, share, t), t)
			if (found && found.low <= share && share <= found.high) covered++
			sum += found?.value ?? 0
		}
		expect(covered / rounds).toBeGreaterThan(0.93)
		expect(covered / rounds).toBeLessThan(0.975)
		expect(Math.abs(sum / rounds - share)).toBeLessThan(0.01)
	})

	test('has the width that was promised: 12.5 points at 250 presses for one protection', () => {
		const found = estimateShare({ yes: 106, no: 144 }, 0)
		expect((((found?.high ?? 0) - (found?.low ?? 0)) / 2) * 100).toBeCloseTo(12.2, 0)
	})

	test('says nothing where noise alone speaks', () => {
		expect(estimateShare({ yes: 2, no: -3 }, 2)).toBeUndefined()
	})
})

describe('false answers', () => {
	test('that dice cannot have thrown are seen', () => {
		expect(isImpossible({ yes: 300, no: 700 })).toBe(false)
		expect(isImpossible({ yes: 200, no: 800 })).toBe(true)
		expect(isImpossible({ yes: 800, no: 200 })).toBe(true)
		expect(isImpossible({ yes: 0, no: 0 })).toBe(false)
	})

	test('that come in a rush are seen, and a few presses are none', () => {
		expect(hasRush([200, 210, 190, 205, 220, 640], 120)).toBe(true)
		expect(hasRush([200, 210, 190, 205, 220, 590], 120)).toBe(false)
		expect(hasRush([0, -3, 2, 1, 90], 120)).toBe(false)
		expect(hasRush([200, 700], 120)).toBe(false)
	})

	test('fifty false "yes" among a thousand move 35 % by no more than 5 points, as the page says', () => {
		const yes = (0.25 + 0.5 * 0.35) * 1000
		expect(estimateShare({ yes: yes + 50, no: 1000 - yes }, 0)?.value).toBeCloseTo(0.4, 1)
	})
})
