import { expect, test } from 'vitest'
import { takesAnswer } from './partner-answer.ts'

const now = new Date('2026-11-29T10:00:00Z')

test('who tries links that are none is slowed, and keeps nobody out who has one', () => {
	const tries = Array.from({ length: 200 }, () => takesAnswer(undefined, now))
	expect(tries.filter((isTaken) => isTaken)).toHaveLength(120)
	expect(takesAnswer('a', now)).toBe(true)
})

test('who has a link may ask so often, and others are not touched', () => {
	const tries = Array.from({ length: 50 }, () => takesAnswer('b', now))
	expect(tries.lastIndexOf(true)).toBe(29)
	expect(takesAnswer('c', now)).toBe(true)
	expect(takesAnswer('b', new Date(now.getTime() + 2000))).toBe(true)
})
