import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toOpenWrtDohFiles, toOpenWrtFiles } from './openwrt.ts'

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

describe('toOpenWrtFiles()', () => {
	const files = toOpenWrtFiles(filter)
	test('writes one address a record, and aliases by their target', () => {
		const text = getText(files, 'thiqa-openwrt-on.sh')
		expect(text).toContain(
			'set dhcp.thiqa_alias_1.cname=\u0027www.google.com\u0027\nset dhcp.thiqa_alias_1.target=\u0027forcesafesearch.google.com\u0027\n',
		)
		expect(text.match(/^add_list dhcp\.thiqa_host_\d+\.ip=/gm)).toHaveLength(3)
	})
	test('cuts a long list of names into lines that dnsmasq reads to their end', () => {
		const rewrites = Array.from({ length: 500 }, (_, at) => ({
			name: `www.google.n${at}`,
			target: 'forcesafesearch.google.com',
		}))
		const text = getText(toOpenWrtFiles({ ...filter, rewrites }), 'thiqa-openwrt-on.sh')
		const aliases = [...text.matchAll(/cname=\u0027([^\u0027]+)\u0027/g)].map(([, names = '']) => names)
		expect(aliases.join(',').split(',')).toHaveLength(500)
		for (const names of aliases) expect(names.length).toBeLessThan(900)
	})
	test('takes only names from lists of others', () => {
		expect(getText(files, 'thiqa-openwrt-lists.sh')).toContain('#^local=/[A-Za-z0-9._-]+/$#!d')
	})
	test('has no file for a resolver that only answers encrypted questions; over HTTPS it has', () => {
		const only = { ...filter, resolver: { ...filter.resolver, ipv4: [], ipv6: [] } }
		expect(toOpenWrtFiles(only)).toEqual([])
		expect(toOpenWrtDohFiles(only)).not.toEqual([])
	})
	test('keeps labels in remarks, and refuses a name that could be a command', () => {
		expectInert([...files, ...toOpenWrtDohFiles(filter)], /^# /)
		expect(() => toOpenWrtFiles({ ...filter, allowed: ['a.b\u0027\nreboot'] })).toThrow()
	})
})
describe('toOpenWrtDohFiles()', () => {
	test('leaves the servers of dnsmasq to itself and undo puts the proxy back', () => {
		const files = toOpenWrtDohFiles(filter)
		expect(getText(files, 'thiqa-openwrt-doh-on.sh')).toContain(
			'set https-dns-proxy.config.dnsmasq_config_update=\u0027-\u0027\n',
		)
		expect(getText(files, 'thiqa-openwrt-doh-off.sh')).toContain(
			'mv /etc/thiqa-https-dns-proxy /etc/config/https-dns-proxy\n',
		)
	})
})
