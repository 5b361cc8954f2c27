import { describe, expect, test } from 'vitest'
import { createCounter, type CodedArrival, type Counter } from './counter.ts'
import { families, familyIds, type FamilyId } from './families.ts'

const facts = { provinces: ['MA-TAT', 'MA-CAS'], regions: ['MA-09', 'MA-06'], topics: ['scams', 'bullying'] }
const start = Date.parse('2026-11-29T10:00:00Z')
const page = { kind: 'topics', language: 'ar' } as const
const tata: CodedArrival = { ...page, slot: 3, province: 'MA-TAT' }

/** A counter with a clock that a test moves. */
const begin = (at = start) => {
	let [now, elapsed] = [at, 0]
	const counter = createCounter({ facts, zone: 'Africa/Casablanca', now: () => now, elapsed: () => elapsed })
	return {
		counter,
		pass: (milliseconds: number) => {
			now += milliseconds
			elapsed += milliseconds
		},
		set: (text: string) => void (now = Date.parse(text)),
	}
}

/** Counts by name, of all sheets. */
const read = (counter: Counter): Record<string, number> =>
	Object.fromEntries(
		counter
			.takeSheets()
			.flatMap(({ cells, added }) =>
				cells.flatMap((name, at) => (added[at] ? [[name, added[at]] as const] : [])),
			),
	)

describe('the counter', () => {
	test('adds one to a page and a language for who comes directly, and to no place', () => {
		const { counter } = begin()
		counter.countDirect(page)
		expect(read(counter)).toEqual({ 'page:topics': 1, 'language:ar': 1 })
		expect(read(counter)).toEqual({})
	})

	test('adds one to each family for who comes by a code', () => {
		const { counter } = begin()
		counter.countCoded(tata)
		counter.countCoded({ ...page, slot: 4 })
		expect(read(counter)).toEqual({
			'page:topics': 2,
			'language:ar': 2,
			'campaign:3': 1,
			'campaign:4': 1,
			'place:MA-TAT': 1,
			'place:none': 1,
		})
	})

	test('forty pupils in ten minutes weigh nine, in every family', () => {
		const { counter, pass } = begin()
		for (let pupil = 0; pupil < 40; pupil++) {
			counter.countCoded(tata)
			pass(15_000)
		}
		expect(read(counter)).toEqual({
			'page:topics': 9,
			'language:ar': 9,
			'campaign:3': 9,
			'place:MA-TAT': 9,
			'place:over': 31,
		})
	})

	test('a class by a code of the whole country weighs no more', () => {
		const { counter, pass } = begin()
		for (let pupil = 0; pupil < 40; pupil++) {
			counter.countCoded({ ...page, slot: 5 })
			pass(15_000)
		}
		expect(read(counter)).toMatchObject({ 'place:none': 9, 'campaign:5': 9, 'place:over': 31 })
	})

	test('a million false arrivals move a province by 724 in a day', () => {
		const { counter, pass } = begin(Date.parse('2026-11-01T00:00:00Z'))
		for (let hit = 0; hit < 1_000_000; hit++) {
			counter.countCoded({ ...tata, slot: hit % 64 })
			pass(86.4)
		}
		const counted = read(counter)
		expect(counted['place:MA-TAT']).toBe(724)
		expect(counted['place:over']).toBe(1_000_000 - 724)
	})

	test('votes and presses have limits of their own', () => {
		const { counter, pass } = begin()
		for (let at = 0; at < 100; at++) {
			counter.countVote('scams', 'yes')
			counter.countVote('unheard-of', 'yes')
			counter.countPress({ area: 'MA-09', protection: 'filter', bit: 1 })
			counter.countPress({ area: 'elsewhere', protection: 'search', bit: 0 })
		}
		counter.countVote('scams', 'no')
		expect(read(counter)).toEqual({
			'helped:scams/yes': 20,
			'helped:scams/no': 1,
			'protected:MA-09/filter/1': 60,
			'pressed:MA-09/8': 60,
			'protected:none/search/0': 60,
			'pressed:none/8': 60,
		})
		pass(3_600_000)
		for (let at = 0; at < 100; at++) counter.countPress({ area: 'MA-09', protection: 'filter', bit: 1 })
		expect(read(counter)['protected:MA-09/filter/1']).toBe(60)
	})

	test('begins a sheet with each month, and goes back to none when the clock does', () => {
		const { counter, pass, set } = begin(Date.parse('2026-12-31T22:58:00Z'))
		counter.countDirect(page)
		counter.settle()
		pass(7_200_000)
		counter.countDirect(page)
		counter.settle()
		set('2026-11-15T10:00:00Z')
		counter.countDirect(page)
		const sheets = counter.takeSheets().map(({ period, added }) => [period, added[1]])
		expect(sheets).toEqual([
			['2026-12', 1],
			['2027-01', 2],
			['2027-Q1', 0],
		])
	})

	test('takes back what could not be stored', () => {
		const { counter, pass } = begin()
		counter.countDirect(page)
		const taken = counter.takeSheets()
		pass(3_600_000)
		counter.countDirect(page)
		counter.putBack(taken)
		const [month] = counter.takeSheets()
		expect(month).toMatchObject({ period: '2026-11', from: start, until: start + 3_600_000 })
		expect(month?.added[1]).toBe(2)
	})
})

/** Small numbers that are the same each time. */
const createDice = (seed: number) => {
	let state = seed
	return (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		return Math.floor((state / 2 ** 32) * below)
	}
}

type Moment = { wait: number; arrival: CodedArrival }

const makeStream = (dice: (below: number) => number): Moment[] =>
	Array.from({ length: 25 }, () => ({
		wait: dice(3) * dice(100_000),
		arrival: {
			kind: dice(2) === 0 ? 'topics' : 'skills',
			language: dice(2) === 0 ? 'ar' : 'fr',
			slot: dice(2),
			province: (['MA-TAT', 'MA-CAS', undefined] as const)[dice(3)],
		},
	}))

/** Units by which each family differs when one arrival of the stream is left out. */
const compare = (stream: readonly Moment[], without: number): Map<FamilyId, number> => {
	const count = (isIn: (at: number) => boolean): Record<string, number> => {
		const { counter, pass } = begin()
		for (const [at, { wait, arrival }] of stream.entries()) {
			pass(wait)
			if (isIn(at)) counter.countCoded(arrival)
		}
		return read(counter)
	}
	const [all, fewer] = [count(() => true), count((at) => at !== without)]
	return new Map(
		familyIds.map((id) => {
			const names = new Set(
				[...Object.keys(all), ...Object.keys(fewer)].filter((name) => name.startsWith(`${id}:`)),
			)
			return [id, [...names].reduce((sum, name) => sum + Math.abs((all[name] ?? 0) - (fewer[name] ?? 0)), 0)]
		}),
	)
}

test('one arrival more changes one cell of each family by one, whomever the limit turns away for it', () => {
	const dice = createDice(7)
	for (let round = 0; round < 20_000; round++) {
		const stream = makeStream(dice)
		for (const [id, units] of compare(stream, dice(stream.length)))
			if (units > families[id].moved) expect.fail(`${id} moved by ${units}: ${JSON.stringify(stream)}`)
	}
})
