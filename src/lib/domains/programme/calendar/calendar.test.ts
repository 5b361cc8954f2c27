import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listUnknown, listYearEvents, readYearEvents } from './index.ts'

const read = readYearEvents(readFileSync('content/programme/calendar.yaml', 'utf8'))
const events = read.ok ? read.value : []

/** The Tuesday of the second week of February: the one that falls on 5 to 11. */
const findSaferInternetDay = (year: number): string => {
	const day = [5, 6, 7, 8, 9, 10, 11].find((one) => new Date(Date.UTC(year, 1, one)).getUTCDay() === 2)
	return `${year}-02-${String(day).padStart(2, '0')}`
}

test('Safer Internet Day is where its rule puts it, and said to be computed for years to come', () => {
	expect(findSaferInternetDay(2021), 'the rule itself, by a day that was held').toBe('2021-02-09')
	expect(events.find(({ id }) => id === 'safer-internet-day')?.days).toEqual([
		{ from: findSaferInternetDay(2026), confidence: 'sure' },
		{ from: findSaferInternetDay(2027), confidence: 'computed' },
		{ from: findSaferInternetDay(2028), confidence: 'computed' },
	])
})

test('every event has its source and the day on which that was seen; each of its days exists, the last not before the first', () => {
	expect(events.length).toBeGreaterThan(20)
	expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
	for (const { id, seen, days } of events)
		for (const { from, to = from } of [{ from: seen }, ...days]) {
			expect(new Date(`${from}T00:00:00Z`).toISOString().slice(0, 10), id).toBe(from)
			expect(to >= from, `${id} ${from}`).toBe(true)
		}
})

test('what is not known of a year is listed, and no day of it is made up', () => {
	const unknown = (year: number) => listUnknown(events, year).map(({ id }) => id)
	const moon = ['ramadan', 'eid-al-fitr', 'eid-al-adha']
	expect(unknown(2026)).toEqual(['cmrpi-campaign', 'dgsn-open-days', 'school-start', ...moon])
	expect(unknown(2027)).toEqual(['cmrpi-campaign', 'dgsn-open-days', 'school-start', 'school-break', ...moon])
	expect(unknown(2029)).toHaveLength(events.length)
	expect(listYearEvents(events, { from: '2029-01-01', until: '2029-12-31' })).toEqual([])
})

test('events of a year stand in their order; one of several days is there until its last', () => {
	const year = listYearEvents(events, { from: '2027-01-01', until: '2027-12-31' })
	expect(year.map(({ from }) => from)).toEqual(year.map(({ from }) => from).toSorted())
	const from = '2027-10-31'
	expect(listYearEvents(events, { from, until: from })).toMatchObject([{ id: 'cyber-month', until: from }])
	expect(listYearEvents(events, { from: '2027-11-01', until: '2027-11-01' })).toEqual([])
})

const make = (kind: string, confidence: string) =>
	readYearEvents(
		`- { id: eid, name: { ar: a, fr: a, en: a }, kind: ${kind}, rule: r, source: s, seen: 2026-11-24, days: [{ from: 2027-03-10, confidence: ${confidence} }] }`,
	)

test('a day that the moon decides is announced or expected, never sure; no other is expected', () => {
	for (const confidence of ['sure', 'likely', 'computed'])
		expect(make('lunar', confidence)).toMatchObject({ ok: false, issues: [{ message: /the moon/u }] })
	expect(make('awareness', 'expected')).toMatchObject({ ok: false })
	for (const confidence of ['announced', 'expected']) expect(make('lunar', confidence).ok).toBe(true)
})
