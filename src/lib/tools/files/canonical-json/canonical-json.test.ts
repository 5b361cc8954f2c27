import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCanonicalJson, type JsonValue } from './index.ts'
import { vectors } from './vectors.ts'

const toHex = (text: string): string => Buffer.from(text).toString('hex')
/** A double from its 64 bits in hex. */
const toDouble = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE()

test.each([...vectors])('toCanonicalJson() writes $name as the authors of RFC 8785 do', ({ input, hex }) => {
	expect(toHex(toCanonicalJson(JSON.parse(input) as JsonValue))).toBe(hex)
})

test.each([
	['0000000000000000', '0'],
	['8000000000000000', '0'],
	['0000000000000001', '5e-324'],
	['8000000000000001', '-5e-324'],
	['7fefffffffffffff', '1.7976931348623157e+308'],
	['ffefffffffffffff', '-1.7976931348623157e+308'],
	['4340000000000000', '9007199254740992'],
	['c340000000000000', '-9007199254740992'],
	['4430000000000000', '295147905179352830000'],
	['44b52d02c7e14af5', '9.999999999999997e+22'],
	['44b52d02c7e14af6', '1e+23'],
	['44b52d02c7e14af7', '1.0000000000000001e+23'],
	['444b1ae4d6e2ef4e', '999999999999999700000'],
	['444b1ae4d6e2ef4f', '999999999999999900000'],
	['444b1ae4d6e2ef50', '1e+21'],
	['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
	['3eb0c6f7a0b5ed8d', '0.000001'],
	['41b3de4355555553', '333333333.3333332'],
	['41b3de4355555554', '333333333.33333325'],
	['41b3de4355555555', '333333333.3333333'],
	['41b3de4355555556', '333333333.3333334'],
	['41b3de4355555557', '333333333.33333343'],
	['becbf647612f3696', '-0.0000033333333333333333'],
	['43143ff3c1cb0959', '1424953923781206.2'],
	['4340000000000001', '9007199254740994'],
	['4340000000000002', '9007199254740996'],
])('toCanonicalJson() writes the double %s as %s (RFC 8785, appendix B, and its test data)', (hex, text) => {
	expect(toCanonicalJson(toDouble(hex))).toBe(text)
})

test.each([
	['undefined', undefined],
	['a field that is undefined', { a: undefined }],
	['undefined in a list', ['x', undefined]],
	['a hole in a list', new Array<JsonValue>(1)],
	['NaN', Number.NaN],
	['an infinity', [Number.POSITIVE_INFINITY]],
	['the other infinity', { a: Number.NEGATIVE_INFINITY }],
	['half a character', '\ud83d'],
	['the other half', { a: ['x\ude02y'] }],
	['half a character in a name', { '\ud83d': 1 }],
	['a bigint', 1n],
	['a function', () => 1],
	['a symbol', Symbol('x')],
	['a moment', new Date(0)],
	['a map', new Map([['a', 1]])],
	['bytes', new Uint8Array(2)],
])('toCanonicalJson() refuses %s, and says nothing of the value', (_, value) => {
	expect(() => toCanonicalJson(value as JsonValue)).toThrow(TypeError)
	expect(() => toCanonicalJson({ secret: 'sesame', value: value as JsonValue })).toThrow(
		/^(?!.*(sesame|secret))/u,
	)
})

test('toCanonicalJson() refuses a value that holds itself, and takes one that stands in two places', () => {
	const circle: { self?: unknown } = {}
	circle.self = [circle]
	expect(() => toCanonicalJson(circle as JsonValue)).toThrow('holds itself')
	const twice = { a: 1 }
	expect(toCanonicalJson([twice, { twice }])).toBe('[{"a":1},{"twice":{"a":1}}]')
})

const wellFormed = fc.string({ unit: 'binary' })
const json = fc.letrec<{ value: JsonValue }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.constant(null),
		fc.boolean(),
		fc.integer(),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		wellFormed,
		fc.array(tie('value'), { maxLength: 5 }),
		fc.dictionary(fc.oneof(wellFormed, fc.nat().map(String)), tie('value'), { maxKeys: 6 }),
	),
})).value

/** The same value, its fields put in the other way round, deep down as well. */
const turn = (value: JsonValue): JsonValue => {
	if (typeof value !== 'object' || value === null) return value
	if (Array.isArray(value)) return (value as readonly JsonValue[]).map(turn)
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([name, inner]) => [name, turn(inner)]),
	)
}
/** JSON knows one zero. */
const withOneZero = (value: JsonValue): unknown => JSON.parse(JSON.stringify(value)) as unknown

test('toCanonicalJson() loses nothing, and does not depend on the order of fields', () => {
	fc.assert(
		fc.property(json, (value) => {
			const text = toCanonicalJson(value)
			expect(JSON.parse(text)).toEqual(withOneZero(value))
			expect(toCanonicalJson(turn(value))).toBe(text)
			expect(toCanonicalJson(JSON.parse(text) as JsonValue)).toBe(text)
		}),
		{ numRuns: 500 },
	)
})
