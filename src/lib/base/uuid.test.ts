import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid } from './index.ts'

test('isUuid() takes every UUID in lower case', () => {
	fc.assert(fc.property(fc.uuid(), isUuid))
	expect(isUuid(crypto.randomUUID())).toBe(true)
})

test.each([
	['nothing', ''],
	['thirty-six hyphens', '-'.repeat(36)],
	['hyphens in other places', '0123456789abcdef0123456789abcdef----'],
	['upper case', 'C4B01C5E-3F0F-4B59-8F21-2B9E8A3B1F5A'],
	['braces', '{c4b01c5e-3f0f-4b59-8f21-2b9e8a3b1f5a}'],
	['no hyphens', 'c4b01c5e3f0f4b598f212b9e8a3b1f5a'],
	['a line after it', 'c4b01c5e-3f0f-4b59-8f21-2b9e8a3b1f5a\n'],
	['a letter that is no digit', 'g4b01c5e-3f0f-4b59-8f21-2b9e8a3b1f5a'],
])('isUuid() refuses %s', (_, text) => expect(isUuid(text)).toBe(false))
