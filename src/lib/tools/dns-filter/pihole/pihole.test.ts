import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toPiholeShellFiles, toPiholeTomlFiles } from './pihole.ts'

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

describe('toPiholeTomlFiles()', () => {
	const text = getText(toPiholeTomlFiles(filter), 'pihole.toml')
	test('holds the address of every target that is published, because dnsmasq follows an alias no further', () => {
		expect(text).toContain('\t"216.239.38.120 forcesafesearch.google.com",\n')
		expect(text).toContain('\t"www.google.com,forcesafesearch.google.com",\n')
	})
	test('has no file for a resolver that only answers encrypted questions', () => {
		const resolver = { ...filter.resolver, ipv4: [], ipv6: [] }
		expect(toPiholeTomlFiles({ ...filter, resolver })).toEqual([])
		expect(toPiholeShellFiles({ ...filter, resolver })).toEqual([])
	})
})
describe('toPiholeShellFiles()', () => {
	const files = toPiholeShellFiles(filter)
	test('keeps the old settings once and asks for what nobody publishes', () => {
		const text = getText(files, 'thiqa-pihole-on.sh')
		expect(text).toContain('[ -e /etc/pihole/pihole.toml.before ] || cp -p ')
		expect(text).toContain('for name in safe.duckduckgo.com; do\n')
	})
	test('undo takes out lists by their mark and puts the settings back', () => {
		const text = getText(files, 'thiqa-pihole-off.sh')
		expect(text).toContain('mv /etc/pihole/pihole.toml.before /etc/pihole/pihole.toml\n')
		expect(text).toContain('DELETE FROM adlist WHERE comment = \u0027thiqa\u0027;')
	})
	test('keeps labels in remarks, and refuses a name that could be a command', () => {
		expectInert([...files, ...toPiholeTomlFiles(filter)], /^# /)
		expect(() => toPiholeShellFiles({ ...filter, blocked: ['a.b\u0027; reboot'] })).toThrow()
	})
})
