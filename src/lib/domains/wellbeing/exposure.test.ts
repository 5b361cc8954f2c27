import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addExposure, exposureLimits, getRest, getShare, noExposure, toPolicy } from './exposure.ts'

describe('toPolicy()', () => {
	test('lets an operator be more careful than the house, and never less', () => {
		fc.assert(
			fc.property(fc.integer({ min: -10, max: 900 }), (minutes) => {
				const policy = toPolicy({
					minutesADay: minutes,
					severityADay: minutes,
					stretch: minutes,
					pause: minutes,
				})
				expect(policy.minutesADay).toBeLessThanOrEqual(exposureLimits.minutesADay)
				expect(policy.severityADay).toBeLessThanOrEqual(exposureLimits.severityADay)
				expect(policy.stretch).toBeLessThanOrEqual(exposureLimits.stretch)
				expect(policy.pause).toBeGreaterThanOrEqual(exposureLimits.pause)
				expect(policy.minutesADay).toBeGreaterThan(0)
			}),
		)
	})
})

describe('getRest()', () => {
	test('offers a pause after a stretch, and ends the day at its limit whatever the pause', () => {
		const policy = toPolicy({})
		expect(getRest(noExposure, 44, policy)).toBe('clear')
		expect(getRest(noExposure, 45, policy)).toBe('pause')
		expect(getRest({ minutes: 240, items: 3, severity: 3 }, 0, policy)).toBe('rest')
		expect(getRest({ minutes: 10, items: 40, severity: 120 }, 0, policy)).toBe('rest')
	})

	test('never goes back to clear by more exposure', () => {
		const order = ['clear', 'rest'] as const
		fc.assert(
			fc.property(fc.nat(300), fc.nat(60), fc.integer({ min: 1, max: 3 }), (minutes, more, severity) => {
				const before = { minutes, items: 1, severity: 3 }
				const after = addExposure(before, { minutes: more, items: 1, severity })
				const rank = (day: typeof before) => order.indexOf(getRest(day, 0, toPolicy({})) as 'clear')
				expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
				expect(getShare(after, toPolicy({}))).toBeGreaterThanOrEqual(getShare(before, toPolicy({})))
			}),
		)
	})
})
