import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHour } from './index.ts'

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
