import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toDnscryptProxyFiles, toDohStamp } from './index.ts'

describe('toDohStamp()', () => {
	test('is the stamp that DNSCrypt publishes for the same resolver, without its two promises', () => {
		// public-resolvers.md, cloudflare-family; the fourth character holds the flags "DNSSEC" and "no logs".
		const published = 'sdns://AgMAAAAAAAAABzEuMC4wLjMAGWZhbWlseS5jbG91ZGZsYXJlLWRucy5jb20KL2Rucy1xdWVyeQ'
		const made = toDohStamp('1.0.0.3', 'https://family.cloudflare-dns.com/dns-query')
		expect(made).toBe(published.replace('AgMAAAAAAAAA', 'AgAAAAAAAAAA'))
	})
})

describe('toDnscryptProxyFiles()', () => {
	const files = toDnscryptProxyFiles(makeTestFilter('strict'))
	const getText = (name: string) => files.find((file) => file.name === name)?.text ?? ''

	test('is TOML, with one static server for each address', () => {
		const conf = parse(getText('dnscrypt-proxy.toml')) as {
			server_names: string[]
			static: Record<string, { stamp: string }>
		}
		expect(conf.server_names).toEqual(['thiqa-1', 'thiqa-2'])
		expect(Object.keys(conf.static)).toEqual(conf.server_names)
	})

	test('points every safe search rule to an address, never to a name', () => {
		const rules = getText('thiqa-cloaking.txt')
			.split('\n')
			.filter((line) => line.startsWith('='))
		expect(rules.length).toBeGreaterThan(200)
		for (const rule of rules) expect(rule).toMatch(/^=[a-z0-9.-]+ ([\d.]+|[\da-f:]+)( # [a-z0-9.-]+)?$/u)
		expect(rules).toContain('=duckduckgo.com 0.0.0.0 # safe.duckduckgo.com')
	})

	test('makes nothing for a resolver without addresses', () => {
		expect(toDnscryptProxyFiles(makeTestFilter('strict', { resolver: 'mullvad-family' }))).toEqual([])
	})
})
