import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, hour, minute } from '#base'
import { findNextTry, getDeadlines, tellsPerson, urgencyLevels } from './urgency.ts'

const at = new Date('2026-11-29T09:00:00Z')

test('tries follow each other after 1 m, 5 m, 30 m, 2 h, 6 h and then every 6 h', () => {
	const far = new Date(at.getTime() + 7 * day)
	const pauses = [1, 2, 3, 4, 5, 6, 40].map((n) => (findNextTry(n, at, far)?.getTime() ?? 0) - at.getTime())
	expect(pauses).toEqual([minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 6 * hour, 6 * hour])
})

test('no try is set after the deadline, and every run of failures ends as a dead letter', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 7 * day }), (life) => {
			const deadline = new Date(at.getTime() + life)
			let [now, failures]: [Date | undefined, number] = [at, 0]
			for (; now; failures++) {
				const next: Date | undefined = findNextTry(failures + 1, now, deadline)
				if (next) {
					expect(next > now).toBe(true)
					expect(next <= deadline).toBe(true)
				}
				now = next
			}
			expect(failures).toBeLessThan(40)
		}),
	)
})

test('a person is told at the second failure of what is urgent, once', () => {
	const told = urgencyLevels.map((urgency) => [1, 2, 3, 4].filter((n) => tellsPerson(urgency, n)))
	expect(told).toEqual([[], [2], [2]])
})

test('the more urgent, the sooner, and an answer is never due before its receipt', () => {
	const deadlines = urgencyLevels.map((urgency) => getDeadlines(urgency, at))
	for (const [n, { acknowledgeBy, outcomeBy }] of deadlines.entries()) {
		expect(acknowledgeBy < outcomeBy).toBe(true)
		expect(acknowledgeBy < (deadlines[n - 1]?.acknowledgeBy ?? new Date(8e15))).toBe(true)
		expect(outcomeBy < (deadlines[n - 1]?.outcomeBy ?? new Date(8e15))).toBe(true)
	}
	expect(deadlines[2]).toEqual({
		acknowledgeBy: new Date('2026-11-29T10:00:00Z'),
		outcomeBy: new Date('2026-11-30T09:00:00Z'),
	})
})
