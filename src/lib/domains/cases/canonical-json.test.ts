import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCanonicalJson, type JsonValue } from './canonical-json.ts'

test('toCanonicalJson() gives one text for one value, which parses back to it', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
			const turned = Object.fromEntries(Object.entries(value).reverse())
			expect(toCanonicalJson(turned)).toBe(toCanonicalJson(value))
			expect(JSON.parse(toCanonicalJson(value))).toEqual(value)
		}),
	)
})

test('toCanonicalJson() orders keys by their code units, deep down as well (RFC 8785, 3.2.3)', () => {
	const value: JsonValue = { '\u20ac': 1, '\r': [{ b: null, a: 'é' }], '1': true }
	expect(toCanonicalJson(value)).toBe('{"\\r":[{"a":"é","b":null}],"1":true,"€":1}')
})

test('toCanonicalJson() refuses a number that programs write in different ways', () => {
	expect(() => toCanonicalJson(0.1)).toThrow(RangeError)
	expect(() => toCanonicalJson({ a: [Number.NaN] })).toThrow(RangeError)
})
