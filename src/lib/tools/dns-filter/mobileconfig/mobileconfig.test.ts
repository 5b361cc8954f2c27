import type { DnsFilter } from '#tools/dns-filter'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toContentUuid } from './content-uuid.ts'
import { toDohProfileFiles, toDotProfileFiles } from './mobileconfig.ts'
import { toPlist } from './plist.ts'

const filter: DnsFilter = {
	resolver: {
		id: 'family',
		name: 'Family & <Friends>\n</string><key>PayloadRemovalDisallowed</key><true/>',
		ipv4: ['1.1.1.3'],
		ipv6: ['2606:4700:4700::1113'],
		doh: 'https://family.example.net/dns-query',
		dot: 'family.example.net',
	},
	rewrites: [],
	addresses: {},
	blocked: [],
	allowed: [],
	empty: [],
	lists: [],
}

const getText = (files: { text: string }[]): string => files[0]?.text ?? ''

describe('toDohProfileFiles()', () => {
	const text = getText(toDohProfileFiles(filter))
	test('names the resolver in the keys that Apple documents', () => {
		expect(text).toContain('<key>DNSProtocol</key>\n\t\t\t\t<string>HTTPS</string>')
		expect(text).toContain(
			'<key>ServerURL</key>\n\t\t\t\t<string>https://family.example.net/dns-query</string>',
		)
		expect(text).toContain('<string>2606:4700:4700::1113</string>')
		expect(text).not.toContain('ServerName')
		expect(text).not.toContain('OnDemandRules')
		expect(text).not.toContain('ProhibitDisablement')
	})
	test('keeps a label that looks like markup a label', () => {
		expect(text.match(/<key>PayloadRemovalDisallowed<\/key>\n\t<(true|false)\/>/g)).toEqual([
			'<key>PayloadRemovalDisallowed</key>\n\t<false/>',
		])
		expect(text).toContain('<string>Family &amp; &lt;Friends&gt; &lt;/string&gt;')
	})
	test('gives the same file for the same filter, and other UUIDs for another', () => {
		expect(getText(toDohProfileFiles(filter))).toBe(text)
		const uuids = (of: string) => of.match(/[0-9A-F]{8}-[0-9A-F-]{27}/g) ?? []
		const all = [...uuids(text), ...uuids(getText(toDotProfileFiles(filter)))]
		expect(all).toHaveLength(4)
		expect(new Set(all).size).toBe(4)
	})
	test('makes no file where the resolver has no such way', () => {
		const { id, name, ipv4, ipv6 } = filter.resolver
		const plain = { ...filter, resolver: { id, name, ipv4, ipv6 } }
		expect(toDohProfileFiles(plain)).toEqual([])
		expect(toDotProfileFiles(plain)).toEqual([])
	})
	test('refuses a filter whose names are not names', () => {
		expect(() => toDotProfileFiles({ ...filter, resolver: { ...filter.resolver, dot: 'a b' } })).toThrow()
	})
})

describe('toDotProfileFiles()', () => {
	test('names the host and no URL', () => {
		const text = getText(toDotProfileFiles(filter))
		expect(text).toContain('<string>TLS</string>')
		expect(text).toContain('<key>ServerName</key>\n\t\t\t\t<string>family.example.net</string>')
		expect(text).not.toContain('ServerURL')
	})
})

describe('toContentUuid()', () => {
	test('is a UUID of version 8', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(toContentUuid(text)).toMatch(
					/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}$/,
				)
			}),
		)
	})
	test('hardly ever meets itself', () => {
		expect(new Set(Array.from({ length: 20_000 }, (_, at) => toContentUuid(`family ${at}`))).size).toBe(
			20_000,
		)
	})
})

describe('toPlist()', () => {
	test('holds any text without becoming markup', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const inner = toPlist(text).split('<string>')[1]?.split('</string>')[0] ?? ''
				expect(inner).not.toMatch(/[<>\0\v\f]/u)
			}),
		)
	})
})
