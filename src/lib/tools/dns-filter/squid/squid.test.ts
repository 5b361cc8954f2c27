import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toSquidFiles } from './squid.ts'

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

describe('toSquidFiles()', () => {
	const files = toSquidFiles(filter)
	test('leaves out names below others, which Squid would refuse, and keeps what is blocked below an allowed one', () => {
		expect(getText(files, 'thiqa-squid-blocked.txt')).toBe(
			'# Each name with everything below it.\n.casino.example\n',
		)
		expect(getText(files, 'thiqa-squid-deep.txt')).toContain('\n.deep.help.casino.example\n')
		const conf = getText(files, '10-thiqa.conf')
		expect(conf.indexOf('deny thiqa_deep')).toBeLessThan(conf.indexOf('deny thiqa_blocked !thiqa_allowed'))
	})
	test('says to YouTube what the filter says', () => {
		expect(getText(files, '10-thiqa.conf')).toContain(
			'request_header_add YouTube-Restrict Moderate thiqa_youtube',
		)
		expect(getText(toSquidFiles({ ...filter, rewrites: [] }), '10-thiqa.conf')).not.toContain('YouTube')
	})
	test('keeps labels in remarks, and refuses a name that could be a setting', () => {
		expectInert(files, /^# /)
		expect(() => toSquidFiles({ ...filter, allowed: ['a.b\nhttp_access allow all'] })).toThrow()
	})
})
