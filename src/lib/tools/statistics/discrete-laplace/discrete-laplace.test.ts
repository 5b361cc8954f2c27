import { describe, expect, test, vi } from 'vitest'
import { createDiscreteLaplace, drawSystemWord, type DrawWord } from './index.ts'

const draws = 1_000_000

/** P(X = x) by the formula of the distribution. */
const getShare = (x: number, t: number): number =>
	((1 - Math.exp(-1 / t)) / (1 + Math.exp(-1 / t))) * Math.exp(-Math.abs(x) / t)

/** Distance of a sample from the distribution, in standard deviations of the normal (Wilson and Hilferty's form of chi-square). */
const getDistance = (take: () => number, t: number): number => {
	const seen = new Map<number, number>()
	for (let at = 0; at < draws; at++) {
		const x = take()
		seen.set(x, (seen.get(x) ?? 0) + 1)
	}
	// Single values as long as 25 of each are expected, and both tails.
	let last = 0
	while (getShare(last + 1, t) * draws >= 25) last++
	let [sum, inside, cells] = [0, 0, 0]
	const add = (count: number, expected: number): void => {
		sum += (count - expected) ** 2 / expected
		cells++
	}
	for (let x = -last; x <= last; x++) {
		add(seen.get(x) ?? 0, getShare(x, t) * draws)
		inside += getShare(x, t)
	}
	const tail = (isIn: (x: number) => boolean): number =>
		[...seen].reduce((count, [x, n]) => count + (isIn(x) ? n : 0), 0)
	for (const count of [tail((x) => x < -last), tail((x) => x > last)]) add(count, ((1 - inside) / 2) * draws)
	const freedom = cells - 1
	return (Math.cbrt(sum / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom))
}

/** A generator with a seed (Vigna's splitmix, 32 bits): the same words each time, so that a test says the same. */
const createWords = (seed: number): DrawWord => {
	let state = seed >>> 0
	return () => {
		state = (state + 0x9e3779b9) >>> 0
		let mixed = state
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
		return (mixed ^ (mixed >>> 15)) >>> 0
	}
}

/** A distance that a million right draws reach less than once in a million times. */
const limit = 5

describe.each([2, 5, 20, 100])('a million draws with t = %i', (t) => {
	test('lie as the formula says', () => {
		expect(getDistance(createDiscreteLaplace(t, createWords(t)), t)).toBeLessThan(limit)
	})

	test('do not when half the scale is used', () => {
		expect(getDistance(createDiscreteLaplace(Math.ceil(t / 2), createWords(t)), t)).toBeGreaterThan(limit)
	})
})

test('the system draws what the formula says', () => {
	expect(getDistance(createDiscreteLaplace(20, drawSystemWord), 20)).toBeLessThan(limit)
})

test.each([2, 5])('rounded numbers with a point do not, t = %i', (t) => {
	const words = createWords(1)
	const take = (): number => {
		const share = words() / 2 ** 32 - 0.5
		return Math.round(-t * Math.sign(share) * Math.log(1 - 2 * Math.abs(share))) || 0
	}
	expect(getDistance(take, t)).toBeGreaterThan(limit)
})

test('a generator whose last bits do not move is seen', () => {
	const words = createWords(1)
	const take = createDiscreteLaplace(100, () => (words() & ~3) >>> 0)
	expect(getDistance(take, 100)).toBeGreaterThan(limit)
})

test('words come from the system, each once', () => {
	const chance = vi.spyOn(Math, 'random').mockImplementation(() => {
		throw new Error('guessable')
	})
	const fill = vi.spyOn(crypto, 'getRandomValues')
	const words = Array.from({ length: 1000 }, drawSystemWord)
	expect(new Set(words).size).toBeGreaterThan(990)
	expect(fill.mock.calls.length).toBeGreaterThanOrEqual(3)
	chance.mockRestore()
	fill.mockRestore()
})

test('a scale that is none is refused', () => {
	for (const t of [0, -1, 1.5, NaN, Infinity, 2_000_000])
		expect(() => createDiscreteLaplace(t, drawSystemWord)).toThrow(RangeError)
})
