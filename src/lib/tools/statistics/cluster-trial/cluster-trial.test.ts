import { expect, test } from 'vitest'
import {
	correctByHolm,
	countClasses,
	getEffect,
	getMoments,
	getPermutationP,
	getSmallestEffect,
	type Class,
} from './index.ts'

/** Uniform numbers that are the same each time. Source: mulberry32. */
const makeRandom = (seed: number): (() => number) => {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let t = Math.imul(state ^ (state >>> 15), 1 | state)
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
	}
}

const makeNormal = (random: () => number) => (): number =>
	Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** A trial with classes that differ, `effect` in standard deviations of pupils and intra-class correlation `icc`. */
const makeTrial = (
	seed: number,
	{ classes, pupils, icc, effect }: { classes: number; pupils: number; icc: number; effect: number },
): Class[] => {
	const normal = makeNormal(makeRandom(seed))
	const sheet = (middle: number): number[] => {
		const counts = Array.from({ length: 41 }, () => 0)
		for (let pupil = 0; pupil < pupils; pupil++) {
			const score = Math.round(20 + 5 * (middle + Math.sqrt(1 - icc) * normal()))
			const at = Math.min(40, Math.max(0, score))
			counts[at] = (counts[at] ?? 0) + 1
		}
		return counts
	}
	return Array.from({ length: classes }, (_, index) => {
		const hadLesson = index % 2 === 0
		const own = Math.sqrt(icc) * normal()
		return { hadLesson, before: sheet(own), after: sheet(own + (hadLesson ? effect : 0)) }
	})
}

test.each([
	[0.2, undefined, 41],
	[0.2, { between: 0.3, within: 0.3 }, 29],
	[0.3, undefined, 19],
	[0.3, { between: 0.3, within: 0.3 }, 14],
	[0.61, undefined, 6],
	[0.61, { between: 0.3, within: 0.3 }, 5],
])(
	'an effect of %d with %j of the variance explained needs %d classes an arm',
	(effect, explained, classes) => {
		const design = { pupils: 30, icc: 0.063, sizeVariation: 0.3, ...(explained ? { explained } : {}) }
		expect(countClasses(design, effect)).toBe(classes)
	},
)

test('what a published trial of 7 and 7 schools with 1,072 pupils could see', () => {
	expect(getSmallestEffect({ pupils: 1072 / 14, icc: 0.031 }, 7)).toBeCloseTo(0.34, 1)
	expect(getSmallestEffect({ pupils: 1072 / 14, icc: 0.063 }, 7)).toBeCloseTo(0.45, 1)
})

test('a histogram has the moments of its sheets', () => {
	expect(getMoments([1, 0, 3])).toEqual({ n: 4, mean: 1.5, squares: 3 })
})

test('an effect that is there is found, with its interval and the correlation within classes', () => {
	const effect = getEffect(makeTrial(7, { classes: 60, pupils: 30, icc: 0.1, effect: 0.5 }))
	expect(effect?.smd).toBeGreaterThan(0.35)
	expect(effect?.smd).toBeLessThan(0.65)
	expect(effect?.low).toBeLessThan(effect?.smd ?? 0)
	expect(effect?.icc).toBeGreaterThan(0.03)
	expect(effect?.icc).toBeLessThan(0.2)
	expect(effect?.degrees).toBe(57)
})

test('without effect 95 intervals of 100 hold it, at 14 classes: classes are compared, not pupils', () => {
	const rounds = 600
	const held = Array.from({ length: rounds }, (_, seed) =>
		getEffect(makeTrial(seed + 1, { classes: 14, pupils: 30, icc: 0.063, effect: 0 })),
	).filter((effect) => effect && effect.low <= 0 && effect.high >= 0).length
	expect(held / rounds).toBeGreaterThan(0.925)
	expect(held / rounds).toBeLessThan(0.975)
})

test('what cannot be compared has no effect', () => {
	const [one, two, three, four] = makeTrial(3, { classes: 4, pupils: 20, icc: 0, effect: 0 })
	if (!one || !two || !three || !four) throw new Error('four classes')
	expect(getEffect([one, two, three])).toBeUndefined()
	expect(getEffect([one, two, three, { ...four, after: [] }])).toBeUndefined()
	const alike = [one, two, three, four].map((each) => ({ ...each, before: [1, 2, 3] }))
	expect(getEffect(alike)).toBeUndefined()
})

test('p by permutation of every draw is exact: 2 of 6 draws of four classes are as far apart', () => {
	const counts = (score: number): number[] =>
		Array.from({ length: 11 }, (_, at) => (at === score ? 10 : at === score + 1 ? 2 : 0))
	const classes: Class[] = [
		{ hadLesson: true, before: counts(1), after: counts(9) },
		{ hadLesson: true, before: counts(3), after: counts(8) },
		{ hadLesson: false, before: counts(1), after: counts(2) },
		{ hadLesson: false, before: counts(2), after: counts(1) },
	]
	const draws = [
		[true, false, true, false],
		[true, false, false, true],
		[false, true, true, false],
		[false, true, false, true],
		[false, false, true, true],
	]
	expect(getPermutationP(classes, draws)).toBeCloseTo(2 / 6, 10)
})

test('several outcomes are corrected by Holm', () => {
	const corrected = correctByHolm([0.01, 0.04, 0.03])
	expect(corrected.map((p) => Math.round(p * 1e6) / 1e6)).toEqual([0.03, 0.06, 0.06])
	expect(correctByHolm([0.6, 0.7])).toEqual([1, 1])
})
