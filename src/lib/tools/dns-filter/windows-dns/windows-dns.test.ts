import type { DnsFilter, DnsResolver } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { toNetshFiles, toPowerShellFiles } from './windows-dns.ts'

const make = (resolver: Partial<DnsResolver>): DnsFilter => ({
	resolver: {
		id: 'r',
		name: 'R',
		ipv4: ['1.1.1.3', '1.0.0.3'],
		ipv6: ['2606:4700:4700::1113'],
		doh: 'https://family.example.net/dns-query',
		...resolver,
	},
	rewrites: [],
	addresses: {},
	blocked: [],
	allowed: [],
	empty: [],
	lists: [],
})

const getLines = (files: { text: string; purpose: string }[], purpose: string): string[] =>
	files.find((file) => file.purpose === purpose)?.text.split('\r\n') ?? []

describe('toPowerShellFiles()', () => {
	const files = toPowerShellFiles(make({}))
	test('sets addresses and forbids questions in the clear', () => {
		const use = getLines(files, 'use')
		expect(use).toContain("$servers = @('1.1.1.3', '1.0.0.3', '2606:4700:4700::1113')")
		expect(use).toEqual(expect.arrayContaining(['\tAllowFallbackToUdp = $false', '\tAutoUpgrade = $true']))
		expect(use).toContain(
			'\tSet-DnsClientServerAddress -InterfaceIndex $adapter.ifIndex -ServerAddresses $servers',
		)
	})
	test('undo takes back both the addresses and the encryption', () => {
		const undo = getLines(files, 'undo').join('\n')
		expect(undo).toContain('-ResetServerAddresses')
		expect(undo).toContain('Remove-DnsClientDohServerAddress -ServerAddress $server')
		expect(undo).not.toContain('Add-DnsClientDohServerAddress')
	})
	test('says nothing of encryption where the resolver has none', () => {
		const { id, name, ipv4, ipv6 } = make({}).resolver
		const text = toPowerShellFiles({ ...make({}), resolver: { id, name, ipv4, ipv6 } })
			.map((file) => file.text)
			.join('')
		expect(text).not.toContain('Doh')
	})
})

describe('toNetshFiles()', () => {
	const files = toNetshFiles(make({}))
	test('names interfaces by number, in every language of Windows', () => {
		const use = getLines(files, 'use')
		expect(use).toContain(
			'netsh dns add encryption server=1.1.1.3 dohtemplate=https://family.example.net/dns-query autoupgrade=yes udpfallback=no',
		)
		expect(use.filter((line) => line.includes('set dnsservers'))).toHaveLength(2)
		expect(use.filter((line) => line.includes('add dnsservers'))).toHaveLength(1)
		expect(use.join('\n')).not.toMatch(/Wi-Fi|Ethernet|Connect/)
	})
	test('undo goes back to automatic', () => {
		const undo = getLines(files, 'undo').join('\n')
		expect(undo.match(/source=dhcp/g)).toHaveLength(2)
		expect(undo.match(/netsh dns delete encryption/g)).toHaveLength(3)
	})
})

describe('both', () => {
	const hostile = `x\r\nformat c:\n\u2019; & calc.exe %PATH% | del * \u202e #> <# \``
	test.each([toPowerShellFiles, toNetshFiles])('keep a hostile label inside its comment', (toFiles) => {
		for (const { text } of toFiles(make({ name: hostile }))) {
			expect(text).toMatch(/^[\r\n\t\x20-\x7e]*$/)
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
			const lines = text.split('\r\n').filter((line) => line.includes('calc.exe'))
			expect(lines).toHaveLength(1)
			expect(lines[0]).toMatch(/^(#|rem) /)
		}
	})
	test('make no file without an address or for another port', () => {
		for (const toFiles of [toPowerShellFiles, toNetshFiles]) {
			expect(toFiles(make({ ipv4: [], ipv6: [] }))).toEqual([])
			expect(toFiles(make({ port: 5353 }))).toEqual([])
		}
	})
	test('refuse an address or URL that could be an instruction', () => {
		for (const toFiles of [toPowerShellFiles, toNetshFiles]) {
			expect(() => toFiles(make({ ipv4: ["1.1.1.3'; calc"] }))).toThrow()
			expect(() => toFiles(make({ doh: 'https://a.example/%COMSPEC%' }))).toThrow()
			expect(() => toFiles(make({ doh: "https://a.example/';calc" }))).toThrow()
		}
	})
})
