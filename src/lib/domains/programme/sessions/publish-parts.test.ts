import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from '#domains/guide/server'
import { compareReport, type Figure } from '../figures/index.ts'
import { indicators } from '../figures/server/index.ts'
import { listPlaces } from '../places/index.ts'
import type { SessionCell } from './publish-parts.ts'
import { listSessionFigures } from './publish.ts'
import { sessionAudiences, sessionSettings } from './session.ts'

const places = listPlaces(library.regions)
const regions = places.filter(({ kind }) => kind === 'region').map(({ code }) => code)
const provinces = places.filter(({ kind }) => kind === 'province' || kind === 'prefecture')
const parts = { setting: sessionSettings, audience: sessionAudiences } as const
const dimensions = ['setting', 'audience'] as const

const cell = (province: string, sessions: number, more: Partial<SessionCell> = {}): SessionCell => ({
	province,
	setting: 'college',
	audience: 'teens',
	sessions,
	low: 25 * sessions,
	high: 29 * sessions,
	...more,
})
const publish = (cells: readonly SessionCell[]): Figure[] =>
	listSessionFigures(cells, '2026-Q4', { places, counted: [] })
const read = (rows: readonly Figure[], place: string, part: string) =>
	rows.find((row) => row.place === place && row.indicator === `sessions-held-${part}`)
const say = (rows: readonly Figure[], place: string, part: string) => {
	const row = read(rows, place, part)
	return row?.value ?? row?.status
}

/** Ten sessions in three provinces of one region, of which no kind of place has many. */
const spread = [
	cell('MA-TAT', 2),
	cell('MA-AGD', 2, { setting: 'lycee', audience: 'parents' }),
	cell('MA-TAT', 1, { setting: 'primary', audience: 'children' }),
	cell('MA-TIZ', 2, { setting: 'youth-house', audience: 'citizens' }),
	cell('MA-TIZ', 2, { setting: 'primary', audience: 'children' }),
	cell('MA-AGD', 1, { setting: 'college' }),
]

test('one session of a region does not say in what kind of place it was, nor for whom', () => {
	const rows = publish([cell('MA-TAT', 1, { setting: 'lycee' })])
	expect(rows.find(({ place }) => place === 'MA-TAT')).toMatchObject({ value: 1, status: 'shown' })
	for (const place of ['MA-09', 'MA'])
		for (const part of ['lycee', 'primary', 'teens', 'parents'])
			expect(say(rows, place, part), `${place} ${part}`).toBe('too-few')
})

test('when all were in one kind of place, or nearly all in one province, no part is shown', () => {
	for (const cells of [
		[cell('MA-TAT', 9), cell('MA-AGD', 9)],
		[...spread, cell('MA-TAT', 40, { setting: 'centre' })],
	])
		for (const place of ['MA-09', 'MA']) expect(say(publish(cells), place, 'lycee')).toBe('withheld')
})

test('where no province is pinned the kind of place and the audience stand, zeros too, with the sessions that they were counted from', () => {
	const rows = publish(spread)
	for (const place of ['MA-09', 'MA']) {
		const all = ['college', 'lycee', 'online', 'teens', 'parents', 'teachers']
		expect(all.map((part) => say(rows, place, part))).toEqual([3, 2, 0, 3, 2, 0])
		expect(read(rows, place, 'lycee')).toMatchObject({ low: undefined, n: 10, method: 'session-parts/1' })
	}
})

test('a region that is hidden is not the country less the others', () => {
	const rows = publish([...spread, cell('MA-ZAG', 1, { setting: 'lycee' })])
	expect(say(rows, 'MA-08', 'lycee')).toBe('too-few')
	expect(say(rows, 'MA-09', 'lycee')).toBe('withheld')
	expect(say(rows, 'MA', 'lycee')).toBe(3)
})

const tables = fc.array(
	fc.record({
		province: fc.constantFrom(...provinces.slice(0, 30).map(({ code }) => code)),
		setting: fc.constantFrom(...sessionSettings),
		audience: fc.constantFrom(...sessionAudiences),
		sessions: fc.integer({ min: 1, max: 6 }),
	}),
	{ maxLength: 60 },
)
const toCells = (given: readonly { province: string; sessions: number }[]): SessionCell[] =>
	given.map(({ province, sessions, ...more }) => cell(province, sessions, more))

/** Everything that the tables give about one set of provinces: how many in each, how many in each part. */
type Block = { provinces: readonly number[]; parts: readonly number[] }

/** Sets of provinces whose parts a reader knows: each region that is shown, and the country less all of those. */
const listBlocks = (rows: readonly Figure[], held: readonly Figure[], dimension: 'setting' | 'audience') => {
	const count = (place: string): number =>
		held.find((row) => row.place === place && row.indicator === 'sessions-held')?.value ?? 0
	const shown = (place: string): number[] | undefined => {
		const values = parts[dimension].map((part) => read(rows, place, part)?.value)
		const known = values.filter((value) => value !== undefined)
		// All of them or none: one that stood alone would give away the rest.
		expect([0, values.length]).toContain(known.length)
		return known.length > 0 ? known : undefined
	}
	const inside = (region: string): number[] =>
		provinces.filter(({ parent }) => parent === region).map(({ code }) => count(code))
	const seen = regions.flatMap((region): (Block & { region: string })[] => {
		const own = shown(region)
		return own ? [{ region, parts: own, provinces: inside(region) }] : []
	})
	const all = shown('MA')
	if (!all) return seen
	const rest: Block = {
		parts: all.map((value, at) => seen.reduce((left, one) => left - (one.parts[at] ?? 0), value)),
		provinces: regions
			.filter((region) => !seen.some((one) => one.region === region))
			.flatMap((region) => inside(region)),
	}
	return [...seen, rest]
}

/** The least number of sessions of a province that must have been of one part, for somebody who knows of one session by themselves. */
const findPinned = ({ provinces: held, parts: own }: Block): number => {
	const all = held.reduce((sum, one) => sum + one, 0)
	return all === 0 ? 0 : Math.max(...held) + Math.max(...own) - (all - 1)
}

test('no table pins a session of a province to a kind of place or an audience', () => {
	let shown = 0
	fc.assert(
		fc.property(tables, (given) => {
			const rows = publish(toCells(given))
			for (const dimension of dimensions)
				for (const block of listBlocks(rows, rows, dimension)) {
					if (block.provinces.some((one) => one > 0)) shown++
					expect(findPinned(block)).toBeLessThanOrEqual(0)
				}
		}),
		{ numRuns: 300 },
	)
	expect(shown).toBeGreaterThan(30)
})

const reason = { ar: 'مثال', fr: 'exemple' }

test('a second report puts right counts of provinces and no part: no difference of two reports pins one either', () => {
	fc.assert(
		fc.property(tables, tables, (given, late) => {
			const [first, second] = [publish(toCells(given)), publish(toCells([...given, ...late]))]
			const published = first.map((figure) => ({ ...figure, publishedOn: '2027-01-02', errata: [] }))
			const { figures, corrections, stays } = compareReport(second, { published, indicators }, reason)
			expect(figures).toEqual([])
			expect(corrections.filter(({ indicator }) => indicator !== 'sessions-held')).toEqual([])
			expect(stays).toBeGreaterThanOrEqual(0)
		}),
		{ numRuns: 50 },
	)
})
