import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toOpnsenseFiles, toPfsenseFiles } from './opnsense.ts'

const filter: DnsFilter = {
	resolver: {
		id: 'family',
		name: 'Family\r\nreboot\n\u2028$(reboot) `reboot` \u0027; reboot # \u0022',
		ipv4: ['1.1.1.3', '1.0.0.3'],
		ipv6: ['2606:4700:4700::1113'],
		doh: 'https://family.example.net/dns-query',
		dot: 'family.example.net',
	},
	rewrites: [
		{ name: 'www.google.com', target: 'forcesafesearch.google.com' },
		{ name: 'duckduckgo.com', target: 'safe.duckduckgo.com' },
		{ name: 'www.youtube.com', target: 'restrictmoderate.youtube.com' },
	],
	addresses: {
		'forcesafesearch.google.com': { ipv4: ['216.239.38.120'], ipv6: ['2001:4860:4802:32::78'] },
		'restrictmoderate.youtube.com': { ipv4: ['216.239.38.119'], ipv6: [] },
	},
	blocked: ['casino.example', 'deep.help.casino.example'],
	allowed: ['help.casino.example'],
	empty: ['resolver.arpa'],
	lists: [
		{
			id: 'l',
			name: 'List\nreboot',
			licence: 'GPL-3.0',
			urls: {
				domains: 'https://lists.example/d.txt?a=1&b=2',
				dnsmasq: 'https://lists.example/m.txt',
				hosts: 'https://lists.example/h.txt',
			},
		},
	],
}
const getText = (files: readonly ConfigFile[], name: string): string =>
	files.find((file) => file.name === name)?.text ?? ''
/** Lines that a shell or program would act on must not begin with a word of the label. */
const expectInert = (files: readonly ConfigFile[], remark: RegExp): void => {
	for (const { text } of files)
		for (const line of text.split(/[\r\n\u2028]/)) if (line.includes('reboot')) expect(line).toMatch(remark)
}

describe('toOpnsenseFiles()', () => {
	const files = toOpnsenseFiles(filter)
	test('redirects single names, and answers a whole site with addresses', () => {
		const text = getText(files, 'thiqa.conf')
		expect(text).toContain(
			'\tlocal-zone: "www.google.com." redirect\n\tlocal-data: "www.google.com. 300 IN CNAME forcesafesearch.google.com."\n',
		)
		expect(text).toContain('\tlocal-zone: "duckduckgo.com." transparent\n')
		expect(getText(files, 'thiqa-addresses.conf')).toBe(
			'server:\n\tlocal-data: "duckduckgo.com. 300 IN A 0.0.0.0"\n',
		)
		expect(getText(files, 'thiqa-opnsense-refresh.sh')).toContain(
			'\nlearn duckduckgo.com safe.duckduckgo.com\n',
		)
	})
	test('needs no refresh where every address is published', () => {
		const rewrites = filter.rewrites.filter(({ name }) => name !== 'duckduckgo.com')
		expect(toOpnsenseFiles({ ...filter, rewrites }).map(({ name }) => name)).toEqual([
			'thiqa-resolver.txt',
			'thiqa.conf',
			'thiqa-opnsense-off.sh',
		])
	})
	test('keeps labels in remarks, and refuses a name that could be a setting', () => {
		expectInert([...files, ...toPfsenseFiles(filter)], /^# /)
		expect(() => toOpnsenseFiles({ ...filter, blocked: ['a.b" always_refuse'] })).toThrow()
	})
})
describe('thiqa-resolver.txt', () => {
	test('is what a person types: address, port and the name of the certificate', () => {
		for (const make of [toOpnsenseFiles, toPfsenseFiles])
			expect(make(filter).find(({ name }) => name === 'thiqa-resolver.txt')).toMatchObject({
				purpose: 'use',
				text: [
					'address               port  name',
					'1.1.1.3               853   family.example.net',
					'1.0.0.3               853   family.example.net',
					'2606:4700:4700::1113  853   family.example.net',
					'',
				].join('\n'),
			})
	})
	test('has no name for a resolver that is only asked in the clear', () => {
		const { id, name, ipv4 } = filter.resolver
		const files = toOpnsenseFiles({ ...filter, resolver: { id, name, ipv4, ipv6: [] } })
		expect(getText(files, 'thiqa-resolver.txt')).toBe('address  port\n1.1.1.3  53\n1.0.0.3  53\n')
	})
	test('and every other file is missing where the resolver has no address to type', () => {
		const only = { ...filter, resolver: { ...filter.resolver, ipv4: [], ipv6: [] } }
		expect([...toOpnsenseFiles(only), ...toPfsenseFiles(only)]).toEqual([])
	})
})
