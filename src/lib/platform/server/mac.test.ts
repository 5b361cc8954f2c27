import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMac } from './mac.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))
const repeat = (byte: string, times: number): Uint8Array => bytes(byte.repeat(times))

/** https://www.rfc-editor.org/rfc/rfc4231, test cases 1 to 4, 6 and 7: short, usual and long keys. */
const vectors: readonly (readonly [key: Uint8Array, data: Uint8Array, code: string])[] = [
	[
		repeat('0b', 20),
		new TextEncoder().encode('Hi There'),
		'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
	],
	[
		new TextEncoder().encode('Jefe'),
		new TextEncoder().encode('what do ya want for nothing?'),
		'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
	],
	[repeat('aa', 20), repeat('dd', 50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
	[
		bytes('0102030405060708090a0b0c0d0e0f10111213141516171819'),
		repeat('cd', 50),
		'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
	],
	[
		repeat('aa', 131),
		new TextEncoder().encode('Test Using Larger Than Block-Size Key - Hash Key First'),
		'60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
	],
	[
		repeat('aa', 131),
		new TextEncoder().encode(
			'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
		),
		'9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
	],
]

test('the codes of RFC 4231', () => {
	for (const [key, data, code] of vectors) expect(createMac(key)(data).toString('hex')).toBe(code)
})

test('the codes of the system, for any key and any bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 400 }), (key, data) => {
			expect(createMac(key)(data)).toEqual(createHmac('sha256', key).update(data).digest())
		}),
	)
})
