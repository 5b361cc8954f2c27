import type { DnsFilter, DnsResolver } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { findPrivateDnsName, toPrivateDnsFiles } from './private-dns.ts'

const make = (resolver: Partial<DnsResolver>): DnsFilter => ({
	resolver: { id: 'r', name: 'R', ipv4: ['1.1.1.3'], ipv6: [], ...resolver },
	rewrites: [],
	addresses: {},
	blocked: [],
	allowed: [],
	empty: [],
	lists: [],
})

describe('findPrivateDnsName()', () => {
	test('is the host name and nothing else', () => {
		expect(findPrivateDnsName(make({ dot: 'thiqa-dns.cleanbrowsing.org' }))).toBe(
			'thiqa-dns.cleanbrowsing.org',
		)
		expect(toPrivateDnsFiles(make({ dot: 'family.example.net' }))[0]?.text).toBe('family.example.net\n')
	})
	test.each([
		'https://family.example.net',
		'1.1.1.3/',
		'family.example.net:853',
		'family.example.net\nx',
		'a b',
	])('refuses %j, which Android would refuse too', (dot) =>
		expect(() => findPrivateDnsName(make({ dot }))).toThrow(),
	)
	test('has none without TLS, or where TLS stands on another port', () => {
		expect(findPrivateDnsName(make({}))).toBeUndefined()
		expect(findPrivateDnsName(make({ dot: 'family.example.net', tlsPort: 8853 }))).toBeUndefined()
		expect(toPrivateDnsFiles(make({}))).toEqual([])
	})
})
