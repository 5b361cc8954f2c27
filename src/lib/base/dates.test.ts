import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, toHour, toLocalDay } from './index.ts'

test('toHour() gives the start of the hour, before 1970 too', () => {
	expect(toHour(new Date('2026-11-28T14:59:59.999Z')).toISOString()).toBe('2026-11-28T14:00:00.000Z')
	expect(toHour(new Date('2026-11-28T15:00:00.000Z')).toISOString()).toBe('2026-11-28T15:00:00.000Z')
	expect(toHour(new Date('1969-12-31T23:30:00.000Z')).toISOString()).toBe('1969-12-31T23:00:00.000Z')
})

test('toHour() tells nothing of the minute, and is never later than the moment nor an hour away from it', () => {
	fc.assert(
		fc.property(fc.date({ noInvalidDate: true }), (moment) => {
			const start = toHour(moment)
			expect(start.getTime() % 3_600_000).toBe(start.getTime() < 0 ? -0 : 0)
			expect(moment.getTime() - start.getTime()).toBeGreaterThanOrEqual(0)
			expect(moment.getTime() - start.getTime()).toBeLessThan(3_600_000)
			expect(toHour(start)).toEqual(start)
		}),
	)
})

test('toLocalDay() names the day of the zone, not the one of UTC nor of this machine', () => {
	const night = new Date('2026-11-26T23:30:00Z')
	expect(toLocalDay(night, 'UTC')).toBe('2026-11-26')
	expect(toLocalDay(night, 'Asia/Tokyo')).toBe('2026-11-27')
	expect(toLocalDay(night, 'America/New_York')).toBe('2026-11-26')
	expect(toLocalDay(new Date('2027-01-01T00:30:00Z'), 'America/New_York')).toBe('2026-12-31')
	expect(() => toLocalDay(night, 'Mars/Olympus')).toThrow(RangeError)
})

test('toLocalDay() without a zone is the day where the device is', () => {
	const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
	for (const at of ['2026-01-01T00:10:00Z', '2026-06-30T23:50:00Z'])
		expect(toLocalDay(new Date(at))).toBe(toLocalDay(new Date(at), timeZone))
})

test('addDays() goes over months, years and the day that only some years have', () => {
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
	expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
	expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
	expect(addDays('2026-11-26', 0)).toBe('2026-11-26')
})
