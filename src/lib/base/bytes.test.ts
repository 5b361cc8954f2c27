import { base64, base64urlnopad, hex } from '@scure/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, fromBase64url, fromHex, toBase64, toBase64url, toHex } from './index.ts'

const fromAnyBase64url = (text: string) => fromBase64url(text, Math.floor((text.length * 3) / 4))

const forms = [
	{ name: 'base64', to: toBase64, from: fromBase64, peer: base64 },
	{ name: 'base64url', to: toBase64url, from: fromAnyBase64url, peer: base64urlnopad },
	{ name: 'hex', to: toHex, from: fromHex, peer: hex },
]

test.each(forms)('$name is written and read as a peer does it', ({ to, from, peer }) => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			expect(to(bytes)).toBe(peer.encode(bytes))
			expect(from(to(bytes))).toEqual(bytes)
		}),
	)
})

test.each(forms)('$name has one spelling: whatever is read is written the same again', ({ to, from }) => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom(...Array.from('AQgw19af+/-_= \n')), maxLength: 8 }),
			(text) => {
				const bytes = from(text)
				if (bytes) expect(to(bytes)).toBe(text)
			},
		),
	)
})

// https://www.rfc-editor.org/rfc/rfc4648#section-10
test.each([
	['', '', '', ''],
	['f', 'Zg==', 'Zg', '66'],
	['fo', 'Zm8=', 'Zm8', '666f'],
	['foo', 'Zm9v', 'Zm9v', '666f6f'],
	['foob', 'Zm9vYg==', 'Zm9vYg', '666f6f62'],
	['fooba', 'Zm9vYmE=', 'Zm9vYmE', '666f6f6261'],
	['foobar', 'Zm9vYmFy', 'Zm9vYmFy', '666f6f626172'],
])('the vectors of RFC 4648 hold for "%s"', (text, standard, url, digits) => {
	const bytes = new TextEncoder().encode(text)
	expect([toBase64(bytes), toBase64url(bytes), toHex(bytes)]).toEqual([standard, url, digits])
})

test.each([
	['base64 without its padding', fromBase64, 'Zg'],
	['base64 with bits to spare', fromBase64, 'Zh=='],
	['base64 with a space', fromBase64, 'Zm 9v'],
	['base64 with a line break', fromBase64, 'Zm9v\n'],
	['base64url where base64 belongs', fromBase64, '__8='],
	['base64url with padding', fromAnyBase64url, 'Zg=='],
	['base64url with bits to spare', fromAnyBase64url, 'Zh'],
	['base64 where base64url belongs', fromAnyBase64url, '//8'],
	['base64url of five characters', fromAnyBase64url, 'Zm9vY'],
	['hex in upper case', fromHex, '6F'],
	['hex of three digits', fromHex, '66f'],
	['hex with another character', fromHex, '6g'],
])('%s is refused', (_, from, text) => expect(from(text)).toBeUndefined())

test('base64url of another length is refused', () => {
	expect(fromBase64url('Zm9v', 3)).toHaveLength(3)
	for (const length of [0, 2, 4, 64]) expect(fromBase64url('Zm9v', length)).toBeUndefined()
})
