import type { DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toHostsLines, toHostsUnixFiles, toHostsWindowsFiles } from './hosts-file.ts'

const filter: DnsFilter = {
	resolver: { id: 'r', name: "R\n6.6.6.6 bank.example\n'@\nrm -rf /", ipv4: ['1.1.1.3'], ipv6: [] },
	rewrites: [
		{ name: 'www.google.co.ma', target: 'forcesafesearch.google.com' },
		{ name: 'duckduckgo.com', target: 'safe.duckduckgo.com' },
	],
	addresses: { 'forcesafesearch.google.com': { ipv4: ['216.239.38.120'], ipv6: ['2001:4860:4802:32::78'] } },
	blocked: ['casino.example', 'fine.example'],
	allowed: ['fine.example'],
	empty: ['resolver.arpa'],
	lists: [],
}

describe('toHostsLines()', () => {
	test('gives safe addresses, closes what has none, and leaves out what is allowed', () => {
		expect(toHostsLines(filter)).toEqual([
			'# thiqa begin',
			'216.239.38.120 www.google.co.ma',
			'2001:4860:4802:32::78 www.google.co.ma',
			'0.0.0.0 duckduckgo.com',
			'0.0.0.0 casino.example www.casino.example m.casino.example',
			'# thiqa end',
		])
	})

	test('takes www. and m. of a blocked name along, but none that another rule speaks of', () => {
		const lines = toHostsLines({
			...filter,
			rewrites: [{ name: 'www.google.co.ma', target: 'forcesafesearch.google.com' }],
			blocked: ['google.co.ma', 'm.facebook.com', 'facebook.com', 'www.only.example'],
			allowed: ['m.google.co.ma'],
		})
		expect(lines.filter((line) => line.startsWith('0.0.0.0'))).toEqual([
			'0.0.0.0 google.co.ma',
			'0.0.0.0 m.facebook.com',
			'0.0.0.0 facebook.com www.facebook.com',
			'0.0.0.0 www.only.example',
		])
	})
})

describe('the files', () => {
	test.each([toHostsUnixFiles, toHostsWindowsFiles])(
		'hold nothing of the resolver, which a hosts file cannot set',
		(toFiles) => {
			for (const { text } of toFiles(filter)) expect(text).not.toMatch(/bank\.example|1\.1\.1\.3/)
		},
	)
	test.each([toHostsUnixFiles, toHostsWindowsFiles])('refuse a name that is none', (toFiles) => {
		expect(() => toFiles({ ...filter, blocked: ["a.b\n'@"] })).toThrow()
	})
	test('for Windows end every line as Windows does, and the here-string where it must', () => {
		const text = toHostsWindowsFiles(filter)[0]?.text ?? ''
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
		expect(text.match(/^'@\r$/gm)).toHaveLength(1)
		expect(text).toMatch(/= @'\r\n# thiqa begin\r\n/)
	})
})
