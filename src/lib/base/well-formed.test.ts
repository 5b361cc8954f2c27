import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWellFormed, toWellFormed } from './well-formed.ts'

const broken = fc
	.array(fc.constantFrom('\ud83d', '\ude00', '\ud800', '\udfff', 'a', 'ك', '\ufffd'))
	.map((parts) => parts.join(''))

test('a phone from before 2023 mends and judges every string as a new one does', () => {
	fc.assert(
		fc.property(fc.oneof(broken, fc.string({ unit: 'binary' })), (text) => {
			expect(toWellFormed(text)).toBe(text.toWellFormed())
			expect(isWellFormed(text)).toBe(text.isWellFormed())
		}),
	)
})
