import { expect, test } from 'vitest'
import { getSessionEnd, isFresh } from './person.ts'

const at = (time: string): Date => new Date(`2026-11-26T${time}:00Z`)

test('a session ends half an hour after the last request and at the latest after twelve hours', () => {
	expect(getSessionEnd(at('08:00'), at('08:00'))).toEqual(at('08:30'))
	expect(getSessionEnd(at('08:00'), at('12:10'))).toEqual(at('12:40'))
	expect(getSessionEnd(at('08:00'), at('19:45'))).toEqual(at('20:00'))
})

test('a session is fresh for ten minutes', () => {
	expect(isFresh({ signedInAt: at('08:00') }, at('08:09'))).toBe(true)
	expect(isFresh({ signedInAt: at('08:00') }, at('08:10'))).toBe(false)
})
