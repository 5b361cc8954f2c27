import { describe, expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

const count = (isWithin: (address: string) => boolean, addresses: readonly string[]): number =>
	addresses.filter((address) => isWithin(address)).length
const many = (make: (at: number) => string, length: number): string[] =>
	Array.from({ length }, (_, at) => make(at))

describe('createRateLimit()', () => {
	test('counts a network as one asker, of either kind of address', () => {
		const isWithin = createRateLimit({ perNetwork: 10, inAll: 1000 }, () => 0)
		expect(
			count(
				isWithin,
				many((at) => `203.0.113.${at}`, 100),
			),
		).toBe(10)
		expect(
			count(
				isWithin,
				many((at) => `2001:db8:1::${at.toString(16)}`, 100),
			),
		).toBe(10)
		expect(count(isWithin, ['::ffff:203.0.113.7'])).toBe(0)
	})

	test('lets others through, up to the limit for all', () => {
		const isWithin = createRateLimit({ perNetwork: 10, inAll: 500 }, () => 0)
		expect(
			count(
				isWithin,
				many((at) => `10.${at % 250}.${at >> 8}.1`, 2000),
			),
		).toBe(500)
	})

	test('begins again with every second', () => {
		let time = 999
		const isWithin = createRateLimit({ perNetwork: 2, inAll: 100 }, () => time)
		expect(count(isWithin, ['::1', '::1', '::1'])).toBe(2)
		time = 1000
		expect(count(isWithin, ['::1', '::1', '::1'])).toBe(2)
	})
})
