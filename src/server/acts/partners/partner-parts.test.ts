import { expect, test } from 'vitest'
import { readDays } from './partner-parts.ts'

test('days of a key are a whole number from one to the most', () => {
	expect([readDays('1', 730), readDays('730', 730)]).toEqual([1, 730])
})

test.each(['', '0', '731', '-5', '1.5', '1e2', 'year', '12345'])(
	'"%s" is no number of days for a key',
	(text) => {
		expect(() => readDays(text, 730)).toThrow(expect.objectContaining({ code: 'partner.key-days' }) as Error)
	},
)
