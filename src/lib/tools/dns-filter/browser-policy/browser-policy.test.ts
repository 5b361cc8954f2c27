import type { DnsFilter } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import {
	toChromeLinuxFiles,
	toChromeWindowsFiles,
	toEdgeLinuxFiles,
	toEdgeWindowsFiles,
	toFirefoxFiles,
	toFirefoxWindowsFiles,
	toPreferenceRemoval,
} from './browser-policy.ts'
import { toChromePolicy, toEdgePolicy, toFirefoxPolicy } from './policy.ts'
import { toRegistryText } from './registry.ts'

const filter: DnsFilter = {
	resolver: {
		id: 'family',
		name: 'Family\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Evil]\r\n"a"="b"',
		ipv4: ['1.1.1.3'],
		ipv6: [],
		doh: 'https://family.example.net/dns-query',
	},
	rewrites: [
		{ name: 'www.google.com', target: 'forcesafesearch.google.com' },
		{ name: 'www.youtube.com', target: 'restrictmoderate.youtube.com' },
		{ name: 'www.bing.com', target: 'strict.bing.com' },
		{ name: 'duckduckgo.com', target: 'safe.duckduckgo.com' },
	],
	addresses: {},
	blocked: ['casino.example'],
	allowed: ['help.casino.example'],
	empty: [],
	lists: [],
}
const bare: DnsFilter = { ...filter, rewrites: [], blocked: [], allowed: [] }

describe('toChromePolicy()', () => {
	test('forces what Chrome can force and blocks the engines that it cannot', () => {
		expect(toChromePolicy(filter)).toEqual({
			ForceGoogleSafeSearch: true,
			ForceYouTubeRestrict: 1,
			DnsOverHttpsMode: 'secure',
			DnsOverHttpsTemplates: 'https://family.example.net/dns-query',
			IncognitoModeAvailability: 1,
			BrowserGuestModeEnabled: false,
			URLBlocklist: ['.www.bing.com', '.duckduckgo.com', 'casino.example'],
			URLAllowlist: ['help.casino.example'],
		})
	})
	test('asks the network where the resolver has no HTTPS', () => {
		const { id, name, ipv4, ipv6 } = filter.resolver
		const policy = toChromePolicy({ ...bare, resolver: { id, name, ipv4, ipv6 } })
		expect(policy).toEqual({
			DnsOverHttpsMode: 'off',
			IncognitoModeAvailability: 1,
			BrowserGuestModeEnabled: false,
		})
	})
	test('is strict with YouTube where the filter is', () => {
		const rewrites = [{ name: 'm.youtube.com', target: 'restrict.youtube.com' }]
		expect(toChromePolicy({ ...bare, rewrites })['ForceYouTubeRestrict']).toBe(2)
	})
	test('stays within the 1,000 entries that a browser reads', () => {
		const blocked = Array.from({ length: 3000 }, (_, at) => `n${at}.example`)
		expect(toChromePolicy({ ...filter, blocked })['URLBlocklist']).toHaveLength(1000)
	})
})

describe('toEdgePolicy()', () => {
	test('keeps Bing, which Edge can force', () => {
		const policy = toEdgePolicy(filter)
		expect(policy).toMatchObject({ ForceBingSafeSearch: 2, InPrivateModeAvailability: 1 })
		expect(policy['URLBlocklist']).toEqual(['.duckduckgo.com', 'casino.example'])
		expect(policy).not.toHaveProperty('IncognitoModeAvailability')
	})
})

describe('toFirefoxPolicy()', () => {
	test('asks the resolver and nobody else', () => {
		expect(toFirefoxPolicy(filter)).toEqual({
			DNSOverHTTPS: {
				Enabled: true,
				ProviderURL: 'https://family.example.net/dns-query',
				Locked: true,
				Fallback: false,
			},
			PrivateBrowsingModeAvailability: 1,
			BlockAboutConfig: true,
			BlockAboutProfiles: true,
			WebsiteFilter: { Block: ['*://*.casino.example/*'], Exceptions: ['*://*.help.casino.example/*'] },
		})
	})
	test('or the network and nobody else', () => {
		expect(toFirefoxPolicy(bare, 'network')['DNSOverHTTPS']).toEqual({ Enabled: false, Locked: true })
		expect(toFirefoxPolicy(bare)).not.toHaveProperty('WebsiteFilter')
	})
})

describe('files for Linux', () => {
	test.each([toChromeLinuxFiles, toEdgeLinuxFiles, toFirefoxFiles])(
		'are JSON with a removal beside it',
		(toFiles) => {
			const [use, undo] = toFiles(filter)
			expect(JSON.parse(use?.text ?? '')).toBeTypeOf('object')
			expect(undo).toMatchObject({ purpose: 'undo' })
			expect(undo?.text).toContain(`/${use?.name ?? '?'}`)
		},
	)
})

describe('files for Windows', () => {
	const reg =
		/^(Windows Registry Editor Version 5\.00|;.*|\[-?HKEY_LOCAL_MACHINE(\\[\w ]+)+\]|"\w+"=(dword:[0-9a-f]{8}|"([^"\\]|\\["\\])*"|-)|)$/
	const all = [toChromeWindowsFiles, toEdgeWindowsFiles, toFirefoxWindowsFiles]
	test.each(all)('are lines of the registry and nothing else', (toFiles) => {
		for (const { text } of toFiles(filter)) {
			const lines = text.split('\r\n')
			expect(lines[0]).toBe('Windows Registry Editor Version 5.00')
			for (const line of lines) expect(line).toMatch(reg)
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
			expect(lines.filter((line) => line.startsWith('[') && line.includes('Evil'))).toEqual([])
		}
	})
	test('write lists and groups as keys of their own', () => {
		const text = toFirefoxWindowsFiles(filter)[0]?.text ?? ''
		expect(text).toContain('\\Mozilla\\Firefox\\WebsiteFilter\\Block]\r\n"1"="*://*.casino.example/*"')
		expect(text).toContain('\\Mozilla\\Firefox\\DNSOverHTTPS]\r\n"Enabled"=dword:00000001')
	})
	test('undo names every policy that was written', () => {
		const undo = toChromeWindowsFiles(filter)[1]?.text ?? ''
		for (const key of Object.keys(toChromePolicy(filter)))
			expect(undo).toMatch(new RegExp(`"${key}"=-|\\[-[^\\]]+\\\\${key}\\]`))
	})
	test('escape what would end a string', () => {
		expect(toRegistryText('HKEY_LOCAL_MACHINE\\A', { B: 'x"\r\n[y]\\' }, '')).toContain('"B"="x\\"[y]\\\\"')
	})
})

describe('toPreferenceRemoval()', () => {
	test('deletes every policy by its name', () => {
		const { text } = toPreferenceRemoval('org.mozilla.firefox', toFirefoxPolicy(bare))
		expect(text).toContain('sudo defaults delete /Library/Preferences/org.mozilla.firefox DNSOverHTTPS\n')
	})
})
