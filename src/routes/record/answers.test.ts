import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, refuse, toLines } from './answers.ts'

test('a number of a query is read as it is written, and nothing else passes for one', () => {
	fc.assert(fc.property(fc.maxSafeNat(), (value) => readNumber(String(value)) === value))
	for (const wrong of [
		null,
		'',
		'-1',
		'1.5',
		'01',
		'1e3',
		' 1',
		'0x1',
		'9007199254740993',
		'99999999999999999999',
		'١',
	])
		expect(readNumber(wrong)).toBeUndefined()
})

test('a refusal says what was wanted and is kept by nobody', async () => {
	const answer = refuse(503, 'wanted patience', { 'retry-after': '5' })
	expect(answer.status).toBe(503)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(answer.headers.get('retry-after')).toBe('5')
	expect(await answer.text()).toBe('wanted patience\n')
})

test('bytes are lines of base64, each ended, none when there is none', async () => {
	expect(await toLines([Buffer.from('a'), Buffer.from('bc')], 'no-store').text()).toBe('YQ==\nYmM=\n')
	expect(await toLines([], 'no-store').text()).toBe('')
})
