import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { getCodeWait, getWait } from './slow-down.ts'

test('the first slips cost nothing, then waiting doubles', () => {
	expect([0, 1, 2, 3, 4, 5, 6].map(getWait)).toEqual([0, 0, 0, 1000, 2000, 4000, 8000])
})

test('however often someone fails, the wait never shrinks and never passes half a minute', () => {
	fc.assert(
		fc.property(fc.nat(), fc.nat(), (some, more) => {
			expect(getWait(some + more)).toBeGreaterThanOrEqual(getWait(some))
			expect(getWait(some + more)).toBeLessThanOrEqual(30_000)
		}),
	)
})

test('wrong codes beside the right passphrase: five are free, then an hour each, and never more', () => {
	expect([0, 4, 5, 6, 1000].map(getCodeWait)).toEqual([0, 0, 3_600_000, 3_600_000, 3_600_000])
})
