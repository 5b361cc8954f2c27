import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toE2guardianFiles } from './e2guardian.ts'

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

describe('toE2guardianFiles()', () => {
	const files = toE2guardianFiles(filter)
	test('reads a name as a whole: one must not begin another', () => {
		expect(getText(files, 'thiqa-e2guardian-on.sh')).toContain(
			'\n"(^https://(?:www\\.google\\.com)(?=[:/]|$))"->"https://forcesafesearch.google.com"\n',
		)
	})
	test('says to YouTube what the filter says', () => {
		expect(getText(files, 'thiqa-e2guardian-on.sh')).toContain('->"YouTube-Restrict: Moderate"\n')
	})
	test('puts few names into one expression', () => {
		const rewrites = Array.from({ length: 45 }, (_, at) => ({
			name: `www.google.n${at}`,
			target: 'forcesafesearch.google.com',
		}))
		const text = getText(toE2guardianFiles({ ...filter, rewrites }), 'thiqa-e2guardian-on.sh')
		expect(text.match(/->"https:/g)).toHaveLength(3)
	})
	test('keeps labels in remarks, and refuses a name that could be a line of a list', () => {
		expectInert(files, /^# /)
		expect(() => toE2guardianFiles({ ...filter, blocked: ['a.b\nLINES\nreboot'] })).toThrow()
	})
})
