import { expect, test } from 'vitest'
import { library } from '#domains/guide/server'
import type { LiveOperator } from '#platform'
import { toAnswering } from './who-answers.ts'

const both = (fr: string) => ({ ar: `${fr} (ar)`, fr })
const operator = {
	name: { ...both('Bureau'), en: 'Desk' },
	legalBasis: both('Texte'),
	contact: { email: 'desk@desk.example', address: both('Rue') },
	hours: both('Du lundi au vendredi'),
} as unknown as LiveOperator
const office = [[510, 990]] as const
const usual = [office, office, office, office, office, [], []]
const { calendar } = library
const answerAt = (
	at: string,
	hours: Parameters<typeof toAnswering>[1]['hours'] = { usual, ramadan: usual },
) => toAnswering(operator, { calendar, hours }, { language: 'en', at: new Date(at) })

test('the operator speaks the language of the reader, or the nearest there is, and gives no address of a street', () => {
	expect(answerAt('2025-11-27T10:00:00Z')).toEqual({
		name: { language: 'en', words: 'Desk' },
		hours: { language: 'fr', words: 'Du lundi au vendredi' },
		legalBasis: { language: 'fr', words: 'Texte' },
		contact: { email: 'desk@desk.example' },
		isAlways: false,
		closed: undefined,
	})
})

test('on a Friday night it is said that nobody is there, and who comes when', () => {
	expect(answerAt('2025-11-28T23:30:00Z').closed).toEqual({
		opens: { date: '2025-12-01', weekday: 1, clock: '08:30' },
	})
})

test('who is there day and night is never closed', () => {
	expect(answerAt('2025-11-28T23:30:00Z', 'always')).toMatchObject({ isAlways: true, closed: undefined })
})
