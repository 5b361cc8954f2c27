import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toAdGuardHomeFiles, toAdGuardRulesFiles, toRules } from './adguard-home.ts'

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

describe('toRules()', () => {
	test('rewrites exact names and gives weight to what is blocked below an allowed name', () => {
		expect(toRules(filter)).toEqual([
			'|www.google.com^$dnsrewrite=NOERROR;CNAME;forcesafesearch.google.com',
			'|duckduckgo.com^$dnsrewrite=NOERROR;CNAME;safe.duckduckgo.com',
			'|www.youtube.com^$dnsrewrite=NOERROR;CNAME;restrictmoderate.youtube.com',
			'||casino.example^',
			'||deep.help.casino.example^$important',
			'@@||help.casino.example^',
			'||resolver.arpa^$dnsrewrite=NOERROR;;',
		])
	})
	test('refuses a name that could be a rule', () => {
		expect(() => toRules({ ...filter, blocked: ['a.b^\n@@||*^'] })).toThrow()
	})
})
describe('toAdGuardHomeFiles()', () => {
	const text = getText(toAdGuardHomeFiles(filter), 'AdGuardHome.yaml')
	test('keeps YouTube moderate by a rule, because the switch is strict', () => {
		expect(text).toContain('    youtube: false\n')
		expect(text).toContain('    google: true\n')
	})
	test('opens its pages to the machine itself only: it has no password yet', () => {
		expect(text).toContain('  address: 127.0.0.1:3000\nusers: []\n')
	})
	test('asks over TLS, or in the clear, where there is nothing better', () => {
		const { id, name, ipv4, ipv6 } = filter.resolver
		const make = (resolver: DnsFilter['resolver']) =>
			getText(toAdGuardHomeFiles({ ...filter, resolver }), 'AdGuardHome.yaml')
		expect(make({ id, name, ipv4, ipv6, dot: 'family.example.net' })).toContain(
			'    - "tls://family.example.net"\n',
		)
		expect(make({ id, name, ipv4, ipv6 })).toContain('    - "1.1.1.3"\n')
	})
	test('keeps labels labels', () => {
		expectInert([...toAdGuardHomeFiles(filter), ...toAdGuardRulesFiles(filter)], /^(# | {4}name: "[^"]*"$)/)
	})
})
