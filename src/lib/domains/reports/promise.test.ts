import { expect, test } from 'vitest'
import { getWait } from './promise.ts'

test.each([
	['running', '2026-11-26T21:59:59Z', false],
	['running', '2026-11-26T23:00:00Z', false],
	['late', '2026-11-26T23:00:01Z', false],
	['answered', '2026-11-28T10:00:00Z', true],
] as const)('a report of ten o’clock is %s at %s, answered: %s', (wait, now, isAnswered) => {
	expect(getWait(new Date('2026-11-26T10:00:00Z'), isAnswered, new Date(now))).toBe(wait)
})

test('a mailbox that is none waits as one that has just been filled', () => {
	expect(getWait(undefined, false, new Date())).toBe('running')
})
