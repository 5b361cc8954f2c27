/**
 * An attacker who has every published table, with more knowledge than any will have: he knows all but the ones whose secret he wants. The numbers are
 * those that the public page and the threat model name, and what breaks the mechanism is shown to break them.
 */
import { describe, expect, test } from 'vitest'
import { createDiscreteLaplace, drawSystemWord } from '#tools/statistics/discrete-laplace'
import { createCounter, type CodedArrival } from './counter.ts'
import { families, type FamilyId } from './families.ts'

/** Units that somebody's arrivals add to a cell that has noise of scale t. */
type Added = { units: number; t: number }
const samples = 60_000

/** The attacker's opinion of a release: above zero, they were there. `isThere` decides what lies under the noise. */
const createRelease = (
	added: readonly Added[],
	born: (t: number) => () => number = (t) => createDiscreteLaplace(t, drawSystemWord),
) => {
	const cells = added.map(({ units, t }) => ({ units, t, noise: born(t) }))
	return (isThere: boolean): number =>
		cells.reduce((sum, { units, t, noise }) => {
			const seen = noise() + (isThere ? units : 0)
			return sum + (Math.abs(seen) - Math.abs(seen - units)) / t
		}, 0)
}

/** Chance that he ranks one who was there above one who was not (area under the curve). */
const getArea = (added: readonly Added[]): number => {
	const release = createRelease(added)
	let right = 0
	for (let at = 0; at < samples; at++) {
		const gap = release(true) - release(false)
		right += Math.abs(gap) < 1e-9 ? 0.5 : gap > 0 ? 1 : 0
	}
	return right / samples
}

/** Share of right answers when both are alike likely. */
const getAccuracy = (added: readonly Added[]): number => {
	const release = createRelease(added)
	let right = 0
	for (let at = 0; at < 2 * samples; at++) {
		const said = release(at % 2 === 0)
		right += Math.abs(said) < 1e-9 ? 0.5 : said > 0 === (at % 2 === 0) ? 1 : 0
	}
	return right / (2 * samples)
}

const facts = { provinces: ['MA-TAT'], regions: ['MA-09'], topics: [] }

/** A class of forty within ten minutes, as the cells see it; sums of all that it moves. */
const countClass = (arrive: (counter: ReturnType<typeof createCounter>, pupil: number) => void): Added[] => {
	let elapsed = 0
	const counter = createCounter({ facts, zone: 'Africa/Casablanca', elapsed: () => elapsed })
	for (let pupil = 0; pupil < 40; pupil++) {
		arrive(counter, pupil)
		elapsed += 15_000
	}
	return counter.takeSheets().flatMap(({ cells, added }) =>
		cells.flatMap((name, at): Added[] => {
			const [family = '', cell] = name.split(':')
			// What came above the limit is known to be of no class: everybody's overflow stands there.
			return added[at] && cell !== 'over' ? [{ units: added[at], t: families[family as FamilyId].t }] : []
		}),
	)
}

const page = { kind: 'topics', language: 'ar' } as const
const coded: CodedArrival = { ...page, slot: 1, province: 'MA-TAT' }
const all = ['page', 'language', 'place', 'campaign'] as const
const oneHousehold = (units: number): Added[] => all.map((id) => ({ units, t: families[id].t }))

describe('one household', () => {
	test.each([
		[5, 0.57],
		[10, 0.64],
		[20, 0.75],
	])('of %i arrivals by code is told with %f at most, and 0.02', (arrivals, most) => {
		expect(getArea(oneHousehold(arrivals))).toBeLessThan(most + 0.02)
	})

	test('is told much better when the noise is half of it', () => {
		expect(getArea(oneHousehold(5).map(({ units, t }) => ({ units, t: t / 2 })))).toBeGreaterThan(0.61)
	})
})

describe('a class of forty', () => {
	test('by code is told with 0.61 at most, and 0.02', () => {
		expect(getAccuracy(countClass((counter) => counter.countCoded(coded)))).toBeLessThan(0.63)
	})

	test('that types the address is told with 0.60 at most, and 0.02', () => {
		expect(getAccuracy(countClass((counter) => counter.countDirect(page)))).toBeLessThan(0.62)
	})

	test('by a code without a place is told no better', () => {
		const added = countClass((counter) => counter.countCoded({ ...coded, province: undefined }))
		expect(getAccuracy(added)).toBeLessThan(0.63)
	})

	test('would be told without a limit, and with one that stands behind the other families', () => {
		expect(getAccuracy(oneHousehold(40))).toBeGreaterThan(0.8)
		const behind = all.map((id) => ({ units: id === 'place' ? 9 : 40, t: families[id].t }))
		expect(getAccuracy(behind)).toBeGreaterThan(0.63)
	})

	test('is told no better by who knows which sessions were held: what is left is the cell with its noise', () => {
		// Linkage: thirty known classes, each weighing what it weighs, taken off the cell; the thirty-first is the question.
		const [place] = countClass((counter) => counter.countCoded(coded)).filter(
			({ t }) => t === families.place.t,
		)
		const known = 30 * (place?.units ?? 0)
		const noise = createDiscreteLaplace(families.place.t, drawSystemWord)
		let right = 0
		for (let at = 0; at < 2 * samples; at++) {
			const isThere = at % 2 === 0
			const units = place?.units ?? 0
			const left = known + (isThere ? units : 0) + noise() - known
			right += left * 2 === units ? 0.5 : left * 2 > units === isThere ? 1 : 0
		}
		expect(right / (2 * samples)).toBeLessThan(0.63)
	})
})

test('differencing: a sum less its other parts is the same cell again, with the noise that it was born with', () => {
	const noise = createDiscreteLaplace(families.place.t, drawSystemWord)
	let right = 0
	for (let at = 0; at < samples; at++) {
		const draw = (isThere: boolean): number => {
			const cells = Array.from({ length: 8 }, () => 1000 + noise())
			const hidden = (isThere ? 5 : 0) + noise()
			const region = cells.reduce((sum, cell) => sum + cell, hidden)
			return cells.reduce((rest, cell) => rest - cell, region)
		}
		const gap = draw(true) - draw(false)
		right += gap === 0 ? 0.5 : gap > 0 ? 1 : 0
	}
	expect(right / samples).toBeLessThan(0.59)
})

test('thirty releases bring no more than one: they are the same; drawn anew, their middle would tell', () => {
	const noise = createDiscreteLaplace(families.place.t, drawSystemWord)
	const getSpread = (read: () => number): number => {
		const errors = Array.from({ length: 2000 }, () => Math.abs(read())).sort((a, b) => a - b)
		return errors[Math.floor(0.95 * errors.length)] ?? 0
	}
	const once = getSpread(() => {
		const stored = noise()
		return Array.from({ length: 30 }, () => stored).reduce((sum, value) => sum + value, 0) / 30
	})
	const anew = getSpread(() => Array.from({ length: 30 }, noise).reduce((sum, value) => sum + value, 0) / 30)
	expect(once).toBeGreaterThan(52)
	expect(anew).toBeLessThan(15)
})

/** Logarithm of the gamma function (Lanczos). */
const lnGamma = (x: number): number => {
	const parts = [
		76.180091729471, -86.505320329417, 24.01409824083091, -1.231739572450155, 1.208650973866179e-3,
		-5.395239384953e-6,
	]
	const sum = parts.reduce((all, part, at) => all + part / (x + 1 + at), 1.000000000190015)
	return Math.log((Math.sqrt(2 * Math.PI) * sum) / x) + (x + 0.5) * Math.log(x + 5.5) - (x + 5.5)
}

/** Regularised incomplete beta function, by its continued fraction (Lentz). */
const getBeta = (x: number, a: number, b: number): number => {
	if (x > (a + 1) / (a + b + 2)) return 1 - getBeta(1 - x, b, a)
	let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))]
	let h = d
	for (let m = 1; m < 5000; m++) {
		for (const part of [
			(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
			(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
		]) {
			d = 1 / (1 + part * d)
			c = 1 + part / c
			h *= c * d
		}
	}
	return (Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a) * h
}

/** End of the one-sided interval of Clopper and Pearson for a share: the lower one, or the upper one. */
const getEnd = (hits: number, of: number, side: 'lower' | 'upper', error = 0.0005): number => {
	const [a, b] = side === 'lower' ? [hits, of - hits + 1] : [hits + 1, of - hits]
	let [low, high] = [0, 1]
	for (let turn = 0; turn < 60; turn++) {
		const middle = (low + high) / 2
		const isBelow = getBeta(middle, a, b) < (side === 'lower' ? error : 1 - error)
		;[low, high] = isBelow ? [middle, high] : [low, middle]
	}
	return (low + high) / 2
}

/** Least epsilon that 200,000 births on each of two inputs, t arrivals apart, prove to be spent. */
const audit = (t: number, noise: () => number): number => {
	const rounds = 200_000
	const above = (units: number, from: number): number => {
		let hits = 0
		for (let at = 0; at < rounds; at++) if (units + noise() >= from) hits++
		return hits
	}
	return Math.max(
		...[0, t, 2 * t].map((from) =>
			Math.log(getEnd(above(t, from), rounds, 'lower') / getEnd(above(0, from), rounds, 'upper')),
		),
	)
}

describe('an audit of the noise', () => {
	test('the interval is that of Clopper and Pearson', () => {
		// scipy.stats.binomtest(15, 100).proportion_ci(0.95, method='exact'): 0.0864544, 0.2353073
		expect(getEnd(15, 100, 'lower', 0.025)).toBeCloseTo(0.0864544, 5)
		expect(getEnd(15, 100, 'upper', 0.025)).toBeCloseTo(0.2353073, 5)
	})

	test.each([20, 100])('finds no more than epsilon 1 for inputs %i apart', (t) => {
		const found = audit(t, createDiscreteLaplace(t, drawSystemWord))
		expect(found).toBeLessThanOrEqual(1)
		expect(found, 'the audit sees what there is to see').toBeGreaterThan(0.9)
	})

	test('catches half the noise, and a birth without any below zero', () => {
		expect(audit(20, createDiscreteLaplace(10, drawSystemWord))).toBeGreaterThan(1)
		const noise = createDiscreteLaplace(20, drawSystemWord)
		expect(audit(20, () => Math.max(0, Math.min(20, noise())))).toBeGreaterThan(1)
	})
})

describe('the promised use', () => {
	test('at the average province and quarter, 1,000 located arrivals a day: an error of 5 % at most, 95 times of 100', () => {
		const noise = createDiscreteLaplace(families.place.t, drawSystemWord)
		const arrivals = Math.round((1000 * 91) / 75)
		const errors = Array.from({ length: 100_000 }, () => Math.abs(noise()) / arrivals).sort((a, b) => a - b)
		expect(errors[95_000]).toBeLessThanOrEqual(0.05)
		expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.018)
	})

	test('the limit takes fewer than 2 of 100 arrivals that come one by one over the day', () => {
		let elapsed = 0
		const counter = createCounter({ facts, zone: 'Africa/Casablanca', elapsed: () => elapsed })
		const arrivals = 1213
		for (let at = 0; at < arrivals; at++) {
			// Fourteen waking hours of each of 91 days, apart like drops of rain.
			elapsed += -Math.log(1 - drawSystemWord() / 2 ** 32) * ((91 * 14 * 3_600_000) / arrivals)
			counter.countCoded(coded)
		}
		const [sheet] = counter.takeSheets().filter(({ period }) => period.includes('Q'))
		const counted = sheet?.added[sheet.cells.indexOf('place:MA-TAT')] ?? 0
		expect(1 - counted / arrivals).toBeLessThan(0.02)
	})
})
