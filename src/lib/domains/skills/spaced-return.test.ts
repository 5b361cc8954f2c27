import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getReturnDays } from './spaced-return.ts'

const zone = 'Africa/Casablanca'
const daysFrom = (at: string): string[] => getReturnDays(new Date(at), zone)

test('getReturnDays() comes back the next day and after one, four and eight weeks', () => {
	expect(daysFrom('2026-11-25T12:00:00Z')).toEqual(['2026-11-26', '2026-12-02', '2026-12-23', '2027-01-20'])
})

test('getReturnDays() crosses the end of a year', () => {
	expect(daysFrom('2026-12-31T12:00:00Z')).toEqual(['2027-01-01', '2027-01-07', '2027-01-28', '2027-02-25'])
})

test('getReturnDays() knows the 29th of February', () => {
	expect(daysFrom('2028-02-28T12:00:00Z')).toEqual(['2028-02-29', '2028-03-06', '2028-03-27', '2028-04-24'])
	expect(daysFrom('2027-02-28T12:00:00Z')[0]).toBe('2027-03-01')
})

// Clock of Morocco (tzdata 2026c): +01, except +00 from 15 February to 22 March 2026, and +00 for good since
// 20 September 2026.
test.each([
	['2026-02-13T22:59:59Z', '2026-02-14', 'the last second of a Friday at +01'],
	['2026-02-13T23:00:00Z', '2026-02-15', 'the first second of the Saturday before the Ramadan clock change'],
	['2026-02-15T23:30:00Z', '2026-02-16', 'the evening of the Sunday on which the clock changed'],
	['2026-03-21T23:30:00Z', '2026-03-22', 'the evening before the clock goes back to +01'],
	['2026-03-22T23:30:00Z', '2026-03-24', 'half an hour into the Monday after it'],
	['2026-09-18T23:30:00Z', '2026-09-20', 'half an hour into the Saturday before Morocco left +01'],
	['2026-09-20T23:30:00Z', '2026-09-21', 'the evening of the Sunday on which it left'],
	['2026-12-31T23:30:00Z', '2027-01-01', 'half an hour before the new year'],
])('getReturnDays() counts from the day in Morocco at %s: the next day is %s, %s', (at, next) => {
	expect(daysFrom(at)[0]).toBe(next)
})

test('getReturnDays() counts whole days where the clock changes on the way', () => {
	expect(daysFrom('2026-02-14T12:00:00Z')).toEqual(['2026-02-15', '2026-02-21', '2026-03-14', '2026-04-11'])
	expect(daysFrom('2026-09-19T12:00:00Z')).toEqual(['2026-09-20', '2026-09-26', '2026-10-17', '2026-11-14'])
})

test('getReturnDays() counts 1, 7, 28 and 56 days from the day in Morocco at any moment', () => {
	const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short' })
	const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2032, 0) })
	fc.assert(
		fc.property(moment, (at) => {
			const [day, month, year] = clock.format(at).split('/').map(Number)
			const today = Date.UTC(year ?? 0, (month ?? 0) - 1, day)
			const shifts = getReturnDays(new Date(at), zone).map((iso) => (Date.parse(iso) - today) / 86_400_000)
			expect(shifts).toEqual([1, 7, 28, 56])
		}),
		{ numRuns: 1000 },
	)
})
