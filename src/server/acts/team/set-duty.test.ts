import { expect, test } from 'vitest'
import * as v from 'valibot'
import { dutyForm, toDuty } from './set-duty.ts'

const id = '0f0e0d0c-1111-4222-8333-444455556666'
const read = (fields: Record<string, unknown>) => toDuty(v.parse(dutyForm, { id, ...fields }))
const free = [null, null, null, null, null, null]

test('a week is read day by day, in minutes; Ramadan is another week only where a time of it is given', () => {
	const week = { when: 'week', language: 'ar', 'usual-0-from': '08:30', 'usual-0-to': '16:05' }
	expect(read(week)).toEqual({
		hours: { usual: [[510, 965], ...free], ramadan: null },
		languages: ['ar'],
	})
	expect(read({ ...week, 'ramadan-6-from': '10:00', 'ramadan-6-to': '14:00', 'ramadan-1-from': '' })).toEqual(
		{
			hours: { usual: [[510, 965], ...free], ramadan: [...free, [600, 840]] },
			languages: ['ar'],
		},
	)
})

test('who is always there has no week, and who never is has no duty', () => {
	expect(read({ when: 'always', language: ['fr', 'ar'] })).toEqual({
		hours: 'always',
		languages: ['ar', 'fr'],
	})
	expect(read({ when: 'never', 'usual-0-from': '08:30' })).toBeUndefined()
})

test('a day with one of its two times is a slip, not a day off', () => {
	expect(() => read({ when: 'week', 'usual-3-from': '08:30' })).toThrow(
		expect.objectContaining({ code: 'desk.form' }) as Error,
	)
})

test.each(['24:00', '8:30', '08:60', 'morning'])('%s is no time of a day', (time) => {
	expect(v.safeParse(dutyForm, { id, when: 'week', 'usual-0-from': time }).success).toBe(false)
})
