import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDnsFilter, isHostName, toPlainLine, type DnsFilter } from '#tools/dns-filter'

const filter: DnsFilter = {
	resolver: {
		id: 'a',
		name: 'O\'Hara "A" & B\nserver=6.6.6.6',
		ipv4: ['1.1.1.3'],
		ipv6: ['2606:4700:4700::1113', '2a0d:2a00:1::', '::1', '1:2:3:4:5:6:7:8'],
		doh: 'https://family.example.net/dns-query',
		dot: 'family.example.net',
	},
	rewrites: [{ name: 'www.google.com', target: 'forcesafesearch.google.com' }],
	addresses: { 'forcesafesearch.google.com': { ipv4: ['216.239.38.120'], ipv6: [] } },
	blocked: ['bad.example'],
	allowed: [],
	empty: ['resolver.arpa'],
	lists: [
		{ id: 'l', name: 'L', licence: 'MIT', urls: { domains: 'https://lists.example/a%20b/c.txt?x=1&y=2' } },
	],
}

describe('isHostName()', () => {
	test('takes names as the wire carries them', () => {
		for (const name of ['a.bc', 'www.google.co.ma', 'xn--mgbc0a9azcg.example', '_dns.resolver.arpa'])
			expect(isHostName(name), name).toBe(true)
	})
	test('refuses everything that could be an instruction', () => {
		const hostile = [
			'a',
			'',
			'A.b',
			'a..b',
			'.a.b',
			'a.b.',
			'-a.b',
			'a-.b',
			'a.b\nserver=6.6.6.6',
			'a b.c',
			"a'.b",
			'a/b.c',
			'*.a.b',
			`${'a'.repeat(64)}.b`,
		]
		for (const name of hostile) expect(isHostName(name), JSON.stringify(name)).toBe(false)
	})
	test('looks at no more than a name can hold', () => {
		// Ten million characters: whatever looked at each of them for each of them would not come back.
		expect(isHostName(`${'a-'.repeat(5_000_000)}!`)).toBe(false)
	})
})

describe('checkDnsFilter()', () => {
	test('gives back a filter that is well formed; labels are free text', () => {
		expect(checkDnsFilter(filter)).toBe(filter)
	})
	const wrong: [string, Partial<DnsFilter>][] = [
		['an IPv4 address', { resolver: { ...filter.resolver, ipv4: ['1.1.1.256'] } }],
		['an IPv4 address of five parts', { resolver: { ...filter.resolver, ipv4: ['1.1.1.1.1'] } }],
		['an IPv6 address', { resolver: { ...filter.resolver, ipv6: ['2606::4700::1'] } }],
		['an IPv6 address of nine groups', { resolver: { ...filter.resolver, ipv6: ['1:2:3:4:5:6:7:8:9'] } }],
		['an unencrypted DoH address', { resolver: { ...filter.resolver, doh: 'http://family.example.net/' } }],
		['a DoH address with a quotation mark', { resolver: { ...filter.resolver, doh: "https://a.example/'" } }],
		['a DoT name with a line break', { resolver: { ...filter.resolver, dot: 'a.example\n' } }],
		['a rewritten name', { rewrites: [{ name: 'a.b', target: 'a b' }] }],
		['an address of a target', { addresses: { 'a.b': { ipv4: ['::1'], ipv6: [] } } }],
		['a blocked name', { blocked: ['good.example', 'bad/example'] }],
		[
			'a list',
			{ lists: [{ id: 'l', name: '', licence: '', urls: { hosts: 'https://a.example/$(reboot)' } }] },
		],
	]
	test.each(wrong)('refuses %s that is not one', (_what, part) => {
		expect(() => checkDnsFilter({ ...filter, ...part })).toThrow(/not of its form/)
	})
})

describe('toPlainLine()', () => {
	test('is one short line, whatever is written', () => {
		expect(toPlainLine('a\r\nb\u2028c\u202ed\0')).toBe('a b c d')
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const line = toPlainLine(text)
				expect(line.length).toBeLessThanOrEqual(100)
				expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
			}),
		)
	})
})
