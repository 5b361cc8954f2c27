import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#base'
import { library } from '#domains/guide/server'
import { listPlaces } from '../places/index.ts'
import { attendanceBands, findBand, findEnds, sumBands } from './bands.ts'
import { countDosage, findNextDose, keepsDosage } from './dosage.ts'
import { longestEntry, parseEntry, toEntryText, type Entry } from './entry.ts'
import { listDosageFigures, toDosageFigure } from './publish-dosage.ts'
import { fewestSessions, toPartIndicator, type SessionCell } from './publish-parts.ts'
import { listSessionFigures } from './publish.ts'
import { indicators } from '../figures/server/index.ts'
import { sessionAudiences, sessionSettings } from './session.ts'

const places = listPlaces(library.regions)
const provinces = places.filter(({ kind }) => kind === 'province' || kind === 'prefecture')

test('bands follow each other without a hole from 1 to 200', () => {
	expect(attendanceBands.slice(0, 3)).toEqual(['1-4', '5-9', '10-14'])
	expect(attendanceBands.slice(-5)).toEqual(['55-59', '60-79', '80-99', '100-149', '150-200'])
	for (let people = 1; people <= 200; people++)
		expect(attendanceBands.filter((band) => findBand(people) === band)).toHaveLength(1)
	expect([findBand(0), findBand(201), findEnds('1-5')]).toEqual([undefined, undefined, undefined])
})

test('sumBands() always holds the true number', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 200 })), (classes) => {
			const { low, high } = sumBands(classes.map((people) => findBand(people) ?? ''))
			const people = classes.reduce((sum, one) => sum + one, 0)
			expect(low).toBeLessThanOrEqual(people)
			expect(high).toBeGreaterThanOrEqual(people)
		}),
	)
})

test('a series keeps its dosage with four doses, one about each of weeks 1, 4 and 8', () => {
	const at = (...offsets: number[]) => offsets.map((offset) => addDays('2026-09-07', offset))
	expect(keepsDosage(at(0, 7, 28, 56))).toBe(true)
	expect(keepsDosage(at(56, 0, 32, 3))).toBe(true)
	expect(keepsDosage(at(0, 3, 24, 60, 61))).toBe(true)
	expect(keepsDosage(at(0, 7, 28, 61))).toBe(false)
	expect(keepsDosage(at(0, 7, 7, 28))).toBe(false)
	expect(keepsDosage(at(0, 7, 28))).toBe(false)
	expect(keepsDosage([])).toBe(false)
})

test('a series that was begun eight weeks ago is not judged yet', () => {
	const whole = [0, 7, 28, 56].map((offset) => addDays('2026-09-07', offset))
	expect(countDosage([whole, ['2026-09-07'], []], addDays('2026-09-07', 62))).toEqual({ begun: 0, kept: 0 })
	expect(countDosage([whole, ['2026-09-07'], []], addDays('2026-09-07', 63))).toEqual({ begun: 2, kept: 1 })
})

test('findNextDose() names the next day that is due, and leaves out what is over', () => {
	expect(findNextDose(['2026-09-07'], '2026-09-08')).toEqual({
		due: '2026-09-14',
		from: '2026-09-10',
		to: '2026-09-18',
	})
	expect(findNextDose(['2026-09-07'], '2026-09-19')?.due).toBe('2026-10-05')
	expect(findNextDose(['2026-09-14', '2026-09-07'], '2026-09-15')?.due).toBe('2026-10-05')
	expect(findNextDose(['2026-09-07'], '2026-12-01')).toBeUndefined()
	expect(findNextDose([], '2026-12-01')).toBeUndefined()
})

const entry: Entry = {
	instance_id: '3f0e2c1a-5b7d-4c1e-9a55-0d6f7b8c9d0e',
	revision: 1,
	prev_sha256: null,
	form_version: 1,
	values: {
		held_on: '2026-11-20',
		province: 'MA-TAT',
		setting: 'college',
		audience: 'teens',
		language: 'ar',
		minutes: 50,
		lesson: 'true-or-trap',
		dose: 1,
		series: '3f0e2c1a-5b7d-4c1e-9a55-0d6f7b8c9d0f',
		band: '25-29',
		card: true,
	},
}

test('parseEntry() reads what toEntryText() writes, in any order of its parts', () => {
	expect(parseEntry(toEntryText(entry))).toEqual({ ok: true, value: entry })
	const turned = JSON.stringify(Object.fromEntries(Object.entries(entry).reverse()), null, 1)
	const read = parseEntry(turned)
	expect(read.ok && toEntryText(read.value)).toBe(toEntryText(entry))
})

test.each([
	['a first revision that names one before', { prev_sha256: 'a'.repeat(64) }],
	['a later revision that names none', { revision: 2 }],
	['a first revision that takes back', { values: null }],
	['a day that is none', { values: { ...entry.values, held_on: '2026-02-30' } }],
	['a number of people', { values: { ...entry.values, band: '27' } }],
	['a region as the province', { values: { ...entry.values, province: 'MA-08' } }],
	['the name of a school', { values: { ...entry.values, school: 'École exemple' } }],
	['an id that is none', { instance_id: '1' }],
	['another form', { form_version: 2 }],
])('parseEntry() refuses %s', (_, more) => {
	expect(parseEntry(JSON.stringify({ ...entry, ...more }))).toMatchObject({ ok: false, code: 'entry.form' })
})

test('parseEntry() refuses what is too long, and what is no JSON', () => {
	expect(parseEntry(`${toEntryText(entry)}${' '.repeat(longestEntry)}`)).toMatchObject({ code: 'entry.form' })
	expect(parseEntry('{')).toMatchObject({ code: 'entry.form' })
})

const cell = (province: string, sessions: number, more: Partial<SessionCell> = {}): SessionCell => ({
	province,
	setting: 'college',
	audience: 'teens',
	sessions,
	low: 25 * sessions,
	high: 29 * sessions,
	...more,
})
const find = (cells: readonly SessionCell[], place: string, indicator: string) =>
	listSessionFigures(cells, '2026-Q4', { places, counted: [] }).find(
		(row) => row.place === place && row.indicator === indicator,
	)

test('sessions are exact by province, the kind of place and the audience stand by region and country only', () => {
	const cells = [cell('MA-TAT', 3), cell('MA-AGD', 6, { setting: 'lycee', audience: 'parents' })]
	expect(find(cells, 'MA-TAT', 'sessions-held')).toMatchObject({ value: 3, low: undefined, status: 'shown' })
	const rows = listSessionFigures(cells, '2026-Q4', { places, counted: [] })
	const named = rows.filter(({ indicator }) => indicator.startsWith('sessions-held-'))
	const kinds = new Set(named.map(({ place }) => places.find(({ code }) => code === place)?.kind))
	expect([...kinds].toSorted()).toEqual(['country', 'region'])
})

test('where nothing was planned, asked for or sent nothing is counted: only there none is not 0', () => {
	const cells = [cell('MA-TAT', 3)]
	const read = (place: string, indicator = 'sessions-held') => {
		const row = listSessionFigures(cells, '2026-Q4', { places, counted: ['MA-ZAG'] }).find(
			(one) => one.place === place && one.indicator === indicator,
		)
		return row?.value ?? row?.status
	}
	for (const place of ['MA-AGD', 'MA-01', 'MA-TNG'])
		expect([read(place), read(place, 'people-reached')], place).toEqual(['not-counted', 'not-counted'])
	expect(read('MA-01', 'sessions-held-lycee')).toBe('not-counted')
	for (const place of ['MA-ZAG', 'MA-08'])
		expect([read(place), read(place, 'people-reached')]).toEqual([0, 0])
	expect([read('MA-08', 'sessions-held-lycee'), read('MA-09'), read('MA')]).toEqual([0, 3, 3])
	expect(
		listSessionFigures([], '2026-Q4', { places, counted: [] }).every(
			({ status }) => status === 'not-counted',
		),
	).toBe(true)
})

test('every row that a quarter can publish has an indicator with words, in the way of counting that made it', () => {
	const rows = [
		...listSessionFigures([cell('MA-TAT', 9)], '2026-Q4', { places, counted: [] }),
		...listDosageFigures([], { period: '2026-Q4', until: '2027-01-01' }, places),
	]
	const known = new Map(indicators.map(({ id, method }) => [id, method]))
	for (const { indicator, method } of rows) expect(known.get(indicator), indicator).toBe(method)
	const parts = indicators.filter(({ part }) => part !== undefined).map(({ id }) => id)
	expect(parts).toEqual([...sessionSettings, ...sessionAudiences].map(toPartIndicator))
})

test('attendance is shown from five sessions, as an interval', () => {
	expect(find([cell('MA-TAT', 4)], 'MA-TAT', 'people-reached')).toMatchObject({
		status: 'too-few',
		value: undefined,
	})
	expect(find([cell('MA-TAT', 5)], 'MA-TAT', 'people-reached')).toMatchObject({
		status: 'shown',
		value: 135,
		low: 125,
		high: 145,
		n: 5,
		method: 'attendance/1',
	})
})

const isFew = (sessions: number): boolean => sessions > 0 && sessions < fewestSessions

test('no difference of published attendances is of one to four sessions', () => {
	const some = fc.array(
		fc.record({
			place: fc.integer({ min: 0, max: provinces.length - 1 }),
			sessions: fc.integer({ min: 1, max: 9 }),
			setting: fc.constantFrom(...sessionSettings),
		}),
		{ maxLength: 40 },
	)
	fc.assert(
		fc.property(some, (given) => {
			const cells = given.map(({ place, sessions, setting }) =>
				cell(provinces[place]?.code ?? '', sessions, { setting }),
			)
			const rows = listSessionFigures(cells, '2026-Q4', { places, counted: [] })
			const isShown = (place: string): boolean =>
				rows.some(
					(row) => row.place === place && row.indicator === 'people-reached' && row.status === 'shown',
				)
			const count = (place: string): number =>
				rows.find((row) => row.place === place && row.indicator === 'sessions-held')?.value ?? 0
			const unseen = (region: string): number =>
				provinces
					.filter(({ code, parent }) => parent === region && !isShown(code))
					.reduce((sum, { code }) => sum + count(code), 0)
			const regions = places.filter(({ kind }) => kind === 'region').map(({ code }) => code)
			for (const region of regions) if (isShown(region)) expect(isFew(unseen(region))).toBe(false)
			const hidden = regions.filter((region) => !isShown(region)).reduce((sum, one) => sum + unseen(one), 0)
			if (isShown('MA')) expect(isFew(hidden)).toBe(false)
		}),
	)
})

test('a share of dosage wants five series', () => {
	const at = { place: 'MA-09', period: '2026-Q4' }
	expect(toDosageFigure({ begun: 8, kept: 6 }, at)).toMatchObject({ value: 0.75, status: 'shown' })
	expect(toDosageFigure({ begun: 4, kept: 4 }, at)).toMatchObject({ value: undefined, status: 'too-few' })
	expect(toDosageFigure({ begun: 0, kept: 0 }, at)).toMatchObject({ status: 'not-counted' })
})

test('no region’s share of dosage is given away by the country’s and those of the others', () => {
	const kept = ['2026-07-01', '2026-07-08', '2026-07-29', '2026-08-26']
	const make = (region: string, count: number) =>
		Array.from({ length: count }, () => ({ region, days: kept }))
	const at = { period: '2026-Q4', until: '2026-10-28' }
	const read = (series: Parameters<typeof listDosageFigures>[0]) =>
		Object.fromEntries(
			listDosageFigures(series, at, places)
				.filter(({ status }) => status !== 'not-counted')
				.map(({ place, status, value }) => [place, value ?? status]),
		)
	expect(read([...make('MA-08', 9), ...make('MA-09', 6), ...make('MA-01', 2)])).toEqual({
		MA: 1,
		'MA-08': 1,
		'MA-09': 'withheld',
		'MA-01': 'too-few',
	})
	expect(read([...make('MA-08', 9), ...make('MA-09', 6)])).toEqual({ MA: 1, 'MA-08': 1, 'MA-09': 1 })
	expect(read([])).toEqual({})
})

test('what is no period is not published', () => {
	expect(() => listSessionFigures([], '2026-Q5', { places, counted: [] })).toThrow('wanted a period')
})
