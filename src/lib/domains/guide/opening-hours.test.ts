import * as v from 'valibot'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import { makeCalendar, officeHours } from '../../../../tests/support/library.ts'
import {
	calendarFile,
	findNextOpening,
	getNextChange,
	getOpenness,
	isFresh,
	isRamadan,
	type Opening,
	type Openness,
} from './opening-hours.ts'

const { calendar } = readLibrary()
const opennessAt = (at: string, days = calendar): Openness => getOpenness(officeHours, days, new Date(at))

test.each<[at: string, wanted: Openness, what: string]>([
	['2026-11-27T09:59:59Z', 'closed', 'Friday 09:59:59'],
	['2026-11-27T10:00:00Z', 'open', 'Friday 10:00'],
	['2026-11-27T15:59:59Z', 'open', 'Friday 15:59:59'],
	['2026-11-27T16:00:00Z', 'closed', 'Friday 16:00'],
	['2026-11-28T11:00:00Z', 'closed', 'Saturday'],
	['2026-11-29T02:00:00Z', 'closed', 'Sunday 02:00'],
	['2026-11-30T11:00:00Z', 'open', 'Monday 11:00'],
	['2026-12-31T23:59:00Z', 'closed', '31 December 23:59'],
])('getOpenness() at %s is %s: %s', (at, wanted) => {
	expect(opennessAt(at)).toBe(wanted)
})

// Clock of Morocco (tzdata 2026c): +01, except +00 from 15 February to 22 March 2026, and +00 for good since
// 20 September 2026. Node older than that data would open and close every door an hour early.
test.each<[at: string, wanted: Openness, what: string]>([
	['2026-02-13T09:00:00Z', 'open', 'Friday before the Ramadan clock change, 10:00'],
	['2026-02-13T15:00:00Z', 'closed', 'Friday before it, 16:00'],
	['2026-02-16T09:59:00Z', 'closed', 'Monday after it, 09:59'],
	['2026-02-16T10:00:00Z', 'open', 'Monday after it, 10:00'],
	['2026-03-20T09:30:00Z', 'closed', 'Friday before the clock goes back, 09:30'],
	['2026-03-23T09:00:00Z', 'open', 'Monday after it, 10:00'],
	['2026-09-18T09:00:00Z', 'open', 'Friday before Morocco left +01, 10:00'],
	['2026-09-21T09:59:00Z', 'closed', 'Monday after it, 09:59'],
	['2026-09-21T10:00:00Z', 'open', 'Monday after it, 10:00'],
	['2027-07-05T10:00:00Z', 'open', 'a Monday in the summer after it, 10:00'],
])('getOpenness() follows the clock of Morocco at %s: %s, %s', (at, wanted) => {
	expect(opennessAt(at)).toBe(wanted)
})

test.each(calendar.fixed.map(({ day, name }) => [day, name]))('getOpenness() is closed on %s, %s', (day) => {
	for (const year of [2026, 2027, 2028, 2029]) expect(opennessAt(`${year}-${day}T11:00:00Z`)).toBe('closed')
})

test('getOpenness() is closed on an announced feast and not on that day of another year', () => {
	const announced = makeCalendar({ announced: [{ day: '2026-12-07', name: 'Feast' }] })
	expect(opennessAt('2026-12-07T11:00:00Z', announced)).toBe('closed')
	expect(opennessAt('2028-12-07T11:00:00Z', announced)).toBe('open')
})

test('getOpenness() judges a holiday by the day in Morocco, not by the day in UTC', () => {
	const longHours = { days: [1, 2, 3, 4, 5, 6], from: '00:00', to: '23:59' }
	// In August 2026 Morocco is one hour ahead: 30 July begins there at 23:00 UTC of 29 July.
	expect(getOpenness(longHours, calendar, new Date('2026-07-29T22:30:00Z'))).toBe('open')
	expect(getOpenness(longHours, calendar, new Date('2026-07-29T23:30:00Z'))).toBe('closed')
	expect(getOpenness(longHours, calendar, new Date('2026-07-30T23:30:00Z'))).toBe('open')
})

test('getOpenness() does not know whether a line that answers every day answers on a holiday', () => {
	const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], from: '08:30', to: '18:00' }
	expect(getOpenness(everyDay, calendar, new Date('2026-07-30T10:00:00Z'))).toBe('perhaps')
	expect(getOpenness(everyDay, calendar, new Date('2026-07-30T19:00:00Z'))).toBe('closed')
	expect(getOpenness(everyDay, calendar, new Date('2026-08-02T10:00:00Z'))).toBe('open')
})

test.each<[at: string, wanted: Openness, what: string]>([
	['2027-02-05T11:00:00Z', 'open', 'Friday before Ramadan'],
	['2027-02-16T11:00:00Z', 'perhaps', 'a Tuesday in Ramadan'],
	['2027-02-16T17:00:00Z', 'closed', 'outside its hours in Ramadan'],
	['2027-02-14T11:00:00Z', 'closed', 'a Sunday in Ramadan'],
	['2027-03-08T11:00:00Z', 'perhaps', 'the day before Eid al-Fitr is expected'],
	['2027-03-09T11:00:00Z', 'perhaps', 'the day on which it is expected'],
	['2027-03-10T11:00:00Z', 'perhaps', 'its second day'],
	['2027-03-11T11:00:00Z', 'perhaps', 'a day later, as the moon may want it'],
	['2027-03-12T11:00:00Z', 'open', 'two days later'],
	['2027-05-14T11:00:00Z', 'open', 'two days before Eid al-Adha is expected'],
	['2027-05-17T11:00:00Z', 'perhaps', 'Eid al-Adha as expected'],
	['2027-05-18T11:00:00Z', 'perhaps', 'the day after it'],
	['2027-05-19T11:00:00Z', 'open', 'two days after it'],
	['2026-08-24T10:00:00Z', 'perhaps', 'the day before Mawlid is expected'],
	['2026-08-25T10:00:00Z', 'perhaps', 'Mawlid as expected'],
])('getOpenness() at %s is %s: %s', (at, wanted) => {
	expect(opennessAt(at)).toBe(wanted)
})

test('getOpenness() never says "open" on a day in Ramadan', () => {
	for (let at = Date.UTC(2027, 1, 1, 11); at < Date.UTC(2027, 2, 15); at += 86_400_000)
		if (isRamadan(calendar, new Date(at))) expect(opennessAt(new Date(at).toISOString())).not.toBe('open')
})

test('isRamadan() is true for 29 or 30 days of a year', () => {
	const days = Array.from({ length: 354 }, (_, index) => new Date(Date.UTC(2026, 8, 1 + index, 12)))
	expect([29, 30]).toContain(days.filter((day) => isRamadan(calendar, day)).length)
})

test('getOpenness() knows doors that always answer and says "perhaps" when nobody stated hours', () => {
	const holiday = new Date('2026-11-18T03:00:00Z')
	expect(getOpenness('always', calendar, holiday)).toBe('always')
	expect(getOpenness('unknown', calendar, holiday)).toBe('perhaps')
})

test('getOpenness() opens only on the stated weekdays between the stated times', () => {
	const minute = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 })
	const clock = new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Africa/Casablanca',
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
	})
	fc.assert(
		fc.property(minute, (minutes) => {
			const at = new Date(Date.UTC(2026, 0, 1, 0, minutes))
			const [weekday = '', time = ''] = clock.format(at).replace(',', '').split(' ')
			const isInHours = !['Sat', 'Sun'].includes(weekday) && time >= '10:00' && time < '16:00'
			const openness = getOpenness(officeHours, calendar, at)
			if (!isInHours) expect(openness).toBe('closed')
			else expect(['open', 'perhaps', 'closed']).toContain(openness)
		}),
		{ numRuns: 2000 },
	)
})

test.each([
	['a zone that does not exist', { zone: 'Africa/Casablanka' }, 'Africa/Casablanca'],
	['a day that no year has', { fixed: [{ day: '13-45', name: 'Nothing' }] }, 'month-day'],
	['an announced day without a year', { announced: [{ day: '03-10', name: 'Eid' }] }, 'Invalid date'],
	['a lunar month that does not exist', { ramadanMonth: 13 }, '<=12'],
])('calendarFile refuses %s', (_, wrong, reason) => {
	const parsed = v.safeParse(calendarFile, makeCalendar(wrong))
	expect(parsed.success).toBe(false)
	expect(parsed.issues?.map(({ message }) => message).join()).toContain(reason)
})

test.each<[at: string, wanted: Opening | undefined, what: string]>([
	['2026-11-28T23:00:00Z', { weekday: 1, clock: '10:00', isToday: false }, 'Saturday night'],
	['2026-11-30T08:00:00Z', { weekday: 1, clock: '10:00', isToday: true }, 'Monday, before it opens'],
	['2026-11-30T11:00:00Z', { weekday: 2, clock: '10:00', isToday: false }, 'Monday, while it is open'],
	['2026-11-17T17:00:00Z', { weekday: 4, clock: '10:00', isToday: false }, 'the eve of a holiday'],
	['2026-02-13T20:00:00Z', { weekday: 1, clock: '10:00', isToday: false }, 'before the clock moves'],
	['2027-02-16T20:00:00Z', undefined, 'Ramadan, when no hour is sure'],
])('findNextOpening() at %s is %o: %s', (at, wanted) => {
	expect(findNextOpening(officeHours, calendar, new Date(at))).toEqual(wanted)
})

test('findNextOpening() promises nothing of a door that always answers or never says when', () => {
	expect(findNextOpening('always', calendar, new Date())).toBeUndefined()
	expect(findNextOpening('unknown', calendar, new Date())).toBeUndefined()
})

test('getNextChange() is never later than the next change of openness, and never more than a day away', () => {
	const minutes = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 })
	fc.assert(
		fc.property(minutes, (minute) => {
			const at = new Date(Date.UTC(2026, 0, 1, 0, minute, 17))
			const next = getNextChange([officeHours], calendar, at)
			const ahead = next.getTime() - at.getTime()
			expect(ahead).toBeGreaterThan(0)
			expect(ahead).toBeLessThanOrEqual(25 * 3_600_000)
			const before = new Date(next.getTime() - 1)
			expect(getOpenness(officeHours, calendar, before)).toBe(getOpenness(officeHours, calendar, at))
		}),
		{ numRuns: 2000 },
	)
})

test.each([
	['2026-11-30T02:10:20Z', '2026-11-30T10:00:00.000Z', 'before it opens'],
	['2026-11-30T10:00:00Z', '2026-11-30T16:00:00.000Z', 'while it is open'],
	['2026-11-30T20:00:00Z', '2026-12-01T00:00:00.000Z', 'in the evening: the day ends'],
	['2026-02-13T20:00:00Z', '2026-02-13T23:00:00.000Z', 'with another clock: midnight comes an hour earlier'],
])('getNextChange() at %s is %s: %s', (at, wanted) => {
	expect(getNextChange([officeHours], calendar, new Date(at)).toISOString()).toBe(wanted)
})

test('isFresh() holds for a year from the first day that a date can mean', () => {
	const at = new Date('2026-11-28T12:00:00Z')
	expect(['2025-12', '2025-12-10', '2026'].map((date) => isFresh(date, at))).toEqual([true, true, true])
	expect(['2025-11-27', '2025-11', '2025', '2023-02'].map((date) => isFresh(date, at))).toEqual([
		false,
		false,
		false,
		false,
	])
})
