import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

/** The registries of IANA a second time, as numbers and with other arithmetic: first and last address of each range. */
const closed4: readonly (readonly [first: number, last: number])[] = [
	[0x00_00_00_00, 0x00_ff_ff_ff],
	[0x0a_00_00_00, 0x0a_ff_ff_ff],
	[0x64_40_00_00, 0x64_7f_ff_ff],
	[0x7f_00_00_00, 0x7f_ff_ff_ff],
	[0xa9_fe_00_00, 0xa9_fe_ff_ff],
	[0xac_10_00_00, 0xac_1f_ff_ff],
	[0xc0_00_00_00, 0xc0_00_00_ff],
	[0xc0_00_02_00, 0xc0_00_02_ff],
	[0xc0_58_63_00, 0xc0_58_63_ff],
	[0xc0_a8_00_00, 0xc0_a8_ff_ff],
	[0xc6_12_00_00, 0xc6_13_ff_ff],
	[0xc6_33_64_00, 0xc6_33_64_ff],
	[0xcb_00_71_00, 0xcb_00_71_ff],
	[0xe0_00_00_00, 0xff_ff_ff_ff],
]
const isOpen4 = (value: number): boolean => !closed4.some(([first, last]) => value >= first && value <= last)
const toText4 = (value: number): string =>
	[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')

const isOpen6 = (groups: readonly number[]): boolean => {
	const [first = 0, second = 0] = groups
	if (first < 0x2000 || first > 0x3fff) return false
	if (first === 0x2001 && (second < 0x0200 || second === 0x0db8)) return false
	return first !== 0x2002 && !(first === 0x3fff && second < 0x1000)
}
const toText6 = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(':')

/** Anywhere, and at each edge of each range. */
const value4 = fc.oneof(
	fc.integer({ min: 0, max: 0xff_ff_ff_ff }),
	fc
		.tuple(fc.constantFrom(...closed4.flat()), fc.constantFrom(-1, 0, 1))
		.map(([edge, step]) => Math.min(0xff_ff_ff_ff, Math.max(0, edge + step))),
)
const group = fc.integer({ min: 0, max: 0xffff })
const groups6 = fc.oneof(
	fc.array(group, { minLength: 8, maxLength: 8 }),
	fc
		.tuple(
			fc.constantFrom(
				0,
				0x64,
				0x100,
				0x1fff,
				0x2000,
				0x2001,
				0x2002,
				0x3ffe,
				0x3fff,
				0x4000,
				0xfc00,
				0xfe80,
				0xff02,
			),
			fc.oneof(group, fc.constantFrom(0, 0x1ff, 0x200, 0xdb8, 0xff9b, 0xfff, 0x1000)),
			fc.array(group, { minLength: 6, maxLength: 6 }),
		)
		.map(([first, second, rest]) => [first, second, ...rest]),
)

test('isPublicAddress() says of every IPv4 address what an independent table says', () => {
	fc.assert(
		fc.property(value4, (value) => {
			expect(isPublicAddress(toText4(value))).toBe(isOpen4(value))
		}),
		{ numRuns: 2_000 },
	)
})

test('isPublicAddress() says of every IPv6 address what an independent table says', () => {
	fc.assert(
		fc.property(groups6, (groups) => {
			expect(isPublicAddress(toText6(groups))).toBe(isOpen6(groups))
		}),
		{ numRuns: 2_000 },
	)
})

test('isPublicAddress() takes no IPv4 address in the clothes of IPv6, and nothing that is no address', () => {
	fc.assert(
		fc.property(value4, (value) => {
			const text = toText4(value)
			for (const prefix of ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::'])
				expect(isPublicAddress(`${prefix}${text}`)).toBe(false)
		}),
	)
	fc.assert(
		fc.property(fc.string(), (text) => {
			fc.pre(isIP(text) === 0)
			expect(isPublicAddress(text) || isLoopbackAddress(text)).toBe(false)
		}),
	)
	for (const text of ['2600::1%eth0', '[2600::1]', '8.8.8', '0x08080808', '010.8.8.8', ' 8.8.8.8', ''])
		expect(isPublicAddress(text)).toBe(false)
})

test('isLoopbackAddress() knows this machine, and none of what only looks like it', () => {
	for (const text of ['127.0.0.1', '127.255.255.254', '::1']) expect(isLoopbackAddress(text)).toBe(true)
	for (const text of [
		'128.0.0.1',
		'0.0.0.0',
		'::',
		'::2',
		'::ffff:127.0.0.1',
		'::1%lo',
		'10.0.0.1',
		'localhost',
	])
		expect(isLoopbackAddress(text)).toBe(false)
})
