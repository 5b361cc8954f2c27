import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toMikrotikFiles } from './mikrotik.ts'

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

describe('toMikrotikFiles()', () => {
	const files = toMikrotikFiles(filter)
	test('writes longer names first, each with the mark of the undo', () => {
		const lines = getText(files, 'thiqa-mikrotik-on.rsc').split('\n')
		const at = (part: string) => lines.findIndex((line) => line.includes(part))
		expect(at('name=deep.help.casino.example type=NXDOMAIN')).toBeLessThan(
			at('name=help.casino.example type=FWD'),
		)
		expect(at('name=help.casino.example type=FWD')).toBeLessThan(at('name=casino.example type=NXDOMAIN'))
		for (const line of lines.filter((each) => each.startsWith('add ')))
			expect(line).toContain('comment="thiqa"')
	})
	test('has no file for a resolver that the router cannot ask', () => {
		expect(toMikrotikFiles({ ...filter, resolver: { ...filter.resolver, ipv4: [], ipv6: [] } })).toEqual([])
		expect(toMikrotikFiles({ ...filter, resolver: { ...filter.resolver, port: 5353 } })).toEqual([])
	})
	test('keeps labels in remarks, and refuses a name that could be a command', () => {
		expectInert(files, /^# /)
		expect(() => toMikrotikFiles({ ...filter, blocked: ['a.b type=A address=6.6.6.6'] })).toThrow()
	})
})
