import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { proveTarget } from '../support/proofs.ts'

/** Edge and Firefox are not run here: their files are checked against the keys and values that the vendors document. */
const names = v.pipe(v.array(v.pipe(v.string(), v.regex(/^\.?[a-z0-9.-]+$/))), v.maxLength(1000))
const doh = v.pipe(v.string(), v.url(), v.startsWith('https://'))

/** https://learn.microsoft.com/deployedge/microsoft-edge-policies */
const edge = v.strictObject({
	ForceGoogleSafeSearch: v.boolean(),
	ForceYouTubeRestrict: v.picklist([0, 1, 2]),
	ForceBingSafeSearch: v.picklist([0, 1, 2]),
	DnsOverHttpsMode: v.picklist(['off', 'automatic', 'secure']),
	DnsOverHttpsTemplates: doh,
	InPrivateModeAvailability: v.picklist([0, 1, 2]),
	BrowserGuestModeEnabled: v.boolean(),
	URLBlocklist: names,
	URLAllowlist: names,
})

const patterns = v.pipe(
	v.array(v.pipe(v.string(), v.regex(/^\*:\/\/\*\.[a-z0-9.-]+\/\*$/))),
	v.maxLength(1000),
)
/** https://mozilla.github.io/policy-templates/ */
const firefox = v.strictObject({
	policies: v.strictObject({
		DNSOverHTTPS: v.strictObject({
			Enabled: v.boolean(),
			ProviderURL: v.optional(doh),
			Locked: v.boolean(),
			Fallback: v.optional(v.boolean()),
		}),
		PrivateBrowsingModeAvailability: v.picklist([0, 1, 2]),
		BlockAboutConfig: v.boolean(),
		BlockAboutProfiles: v.boolean(),
		WebsiteFilter: v.strictObject({ Block: patterns, Exceptions: patterns }),
	}),
})

const read = (target: string): unknown =>
	JSON.parse(targets.find(({ id }) => id === target)?.make(makeTestFilter('strict'))[0]?.text ?? '')
const prove = (target: string) =>
	proveTarget({ target, program: 'grammar', getVersion: () => '1', kind: 'grammar' })

describe('edge-linux', () => {
	test('has documented keys only, and forces what Edge can force', () => {
		const policy = v.parse(edge, read('edge-linux'))
		expect(policy).toMatchObject({
			ForceBingSafeSearch: 2,
			ForceYouTubeRestrict: 2,
			DnsOverHttpsMode: 'secure',
		})
		expect(policy.URLBlocklist).not.toContain('.www.bing.com')
		expect(policy.URLBlocklist).toEqual(expect.arrayContaining(['.duckduckgo.com', 'casino.example.ma']))
	})
	test('an unknown key or a wrong value would be seen', () => {
		const policy = v.parse(edge, read('edge-linux'))
		expect(v.is(edge, { ...policy, SafeSearch: true })).toBe(false)
		expect(v.is(edge, { ...policy, ForceYouTubeRestrict: 'strict' })).toBe(false)
	})
	prove('edge-linux')
})

describe.each(['firefox', 'firefox-network'])('%s', (target) => {
	test('has documented keys only, and asks one place that nobody can change', () => {
		const { policies } = v.parse(firefox, read(target))
		expect(policies.DNSOverHTTPS).toEqual(
			target === 'firefox'
				? {
						Enabled: true,
						ProviderURL: 'https://family.cloudflare-dns.com/dns-query',
						Locked: true,
						Fallback: false,
					}
				: { Enabled: false, Locked: true },
		)
		expect(policies.WebsiteFilter.Block).toContain('*://*.casino.example.ma/*')
		expect(policies.WebsiteFilter.Exceptions).toContain('*://*.ok.bad.example.ma/*')
	})
	prove(target)
})
