import type { DnsFilter, DnsResolver } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { findScreenAddresses, toScreenFiles } from './screens.ts'

const make = (resolver: Partial<DnsResolver>): DnsFilter => ({
	resolver: { id: 'r', name: 'R', ipv4: ['1.1.1.3', '1.0.0.3'], ipv6: ['2606:4700:4700::1113'], ...resolver },
	rewrites: [],
	addresses: {},
	blocked: [],
	allowed: [],
	empty: [],
	lists: [],
})

describe('findScreenAddresses()', () => {
	test('gives the two addresses that the settings have room for', () => {
		expect(findScreenAddresses(make({}))).toEqual({
			primary: '1.1.1.3',
			secondary: '1.0.0.3',
			ipv6: ['2606:4700:4700::1113'],
		})
		expect(toScreenFiles(make({}))[0]?.text).toBe('1.1.1.3\n1.0.0.3\n2606:4700:4700::1113\n')
	})
	test('gives one where there is one', () => {
		expect(findScreenAddresses(make({ ipv4: ['1.1.1.3'], ipv6: [] }))).toEqual({
			primary: '1.1.1.3',
			ipv6: [],
		})
	})
	test('has nothing for a resolver that only answers encrypted questions', () => {
		expect(findScreenAddresses(make({ ipv4: [] }))).toBeUndefined()
		expect(toScreenFiles(make({ ipv4: [] }))).toEqual([])
		expect(toScreenFiles(make({ port: 5353 }))).toEqual([])
	})
	test('refuses what is no address', () => {
		expect(() => findScreenAddresses(make({ ipv4: ['1.1.1.3; reboot'] }))).toThrow()
	})
})
