import { expect, test } from 'vitest'
import { getWait } from './promise.ts'

test.each([
	['running', '2026-11-26T21:59:59Z', false],
	['running', '2026-11-26T23:00:00Z', false],
	['late', '2026-11-26T23:00:01Z', false],
	['answered', '2026-11-28T10:00:00Z', true],
] as const)('a report of ten o’clock is %s at %s, answered: %s', (wait, now, isAnswered) => {
	expect(getWait({ filed: new Date('2026-11-26T10:00:00Z'), isAnswered, now: new Date(now) })).toBe(wait)
})

test('a mailbox that is none waits as one that has just been filled', () => {
	expect(getWait({ filed: undefined, isAnswered: false, now: new Date() })).toBe('running')
})

test('where nobody is there at night, a report of the night is late when the morning has passed', () => {
	const asked: string[] = []
	const morning = (filed: Date): Date => {
		asked.push(filed.toISOString())
		return new Date('2026-11-27T09:30:00Z')
	}
	const at = (now: string, filed: Date | undefined = new Date('2026-11-26T20:00:00Z')) =>
		getWait({ filed, isAnswered: false, now: new Date(now) }, morning)
	expect([at('2026-11-27T09:29:00Z'), at('2026-11-27T09:31:00Z')]).toEqual(['running', 'late'])
	at('2026-11-26T20:30:00Z', undefined)
	expect(asked, 'worked out for a mailbox that is none, too').toHaveLength(3)
	expect(asked[0], 'an hour is given on top').toBe('2026-11-26T21:00:00.000Z')
})
