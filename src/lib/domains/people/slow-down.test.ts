import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { getWait } from './slow-down.ts'

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
