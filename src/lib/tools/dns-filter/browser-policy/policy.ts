import { checkDnsFilter, type DnsFilter, type DnsRewrite } from '#tools/dns-filter'

/** Values that the policies of these browsers are made of. */
export type PolicyValue =
	| boolean
	| number
	| string
	| readonly string[]
	| { readonly [key: string]: PolicyValue }
export type Policy = Readonly<Record<string, PolicyValue>>

/** Chrome and Edge read this many entries of each list, Firefox too. */
const most = 1000

const google = 'forcesafesearch.google.com'
const youtube: Readonly<Record<string, 1 | 2>> = {
	'restrictmoderate.youtube.com': 1,
	'restrict.youtube.com': 2,
}
const bing = 'strict.bing.com'

const has = (filter: DnsFilter, wanted: string): boolean =>
	filter.rewrites.some(({ target }) => target === wanted)

/** Restricted Mode of YouTube: 0 off, 1 moderate, 2 strict. */
const getYouTubeRestrict = (filter: DnsFilter): 0 | 1 | 2 =>
	has(filter, 'restrict.youtube.com') ? 2 : has(filter, 'restrictmoderate.youtube.com') ? 1 : 0

/** Settings for the resolver of the browser: the resolver, over HTTPS and nothing else; or the network, if the resolver has no HTTPS. */
const toDns = ({ resolver }: DnsFilter): Policy =>
	resolver.doh
		? { DnsOverHttpsMode: 'secure', DnsOverHttpsTemplates: resolver.doh }
		: { DnsOverHttpsMode: 'off' }

const toSearch = (filter: DnsFilter): Policy => ({
	...(has(filter, google) && { ForceGoogleSafeSearch: true }),
	...(getYouTubeRestrict(filter) > 0 && { ForceYouTubeRestrict: getYouTubeRestrict(filter) }),
})

/** A leading dot means this name only, without what stands below it. */
const toExact = ({ name }: DnsRewrite): string => `.${name}`

/** Names with everything below them; and search engines that the browser cannot keep safe by itself. */
const toSites = (filter: DnsFilter, keeps: (target: string) => boolean): Policy => {
	const open = filter.rewrites.filter(({ target }) => !keeps(target)).map(toExact)
	const blocked = [...open, ...filter.blocked].slice(0, most)
	const allowed = filter.allowed.slice(0, most)
	return {
		...(blocked.length > 0 && { URLBlocklist: blocked }),
		...(allowed.length > 0 && { URLAllowlist: allowed }),
	}
}

/** Policies of Chrome and Chromium: https://chromeenterprise.google/policies/ */
export const toChromePolicy = (filter: DnsFilter): Policy => {
	checkDnsFilter(filter)
	return {
		...toSearch(filter),
		...toDns(filter),
		IncognitoModeAvailability: 1,
		BrowserGuestModeEnabled: false,
		...toSites(filter, (target) => target === google || target in youtube),
	}
}

/** Policies of Microsoft Edge: https://learn.microsoft.com/deployedge/microsoft-edge-policies */
export const toEdgePolicy = (filter: DnsFilter): Policy => {
	checkDnsFilter(filter)
	return {
		...toSearch(filter),
		...(has(filter, bing) && { ForceBingSafeSearch: 2 }),
		...toDns(filter),
		InPrivateModeAvailability: 1,
		BrowserGuestModeEnabled: false,
		...toSites(filter, (target) => target === google || target === bing || target in youtube),
	}
}

/**
 * Policies of Firefox: https://mozilla.github.io/policy-templates/. It has none for safe search: either the resolver does
 * it (`asks` the resolver), or the network (`asks` the network, and nobody else).
 */
export const toFirefoxPolicy = (filter: DnsFilter, asks: 'resolver' | 'network' = 'resolver'): Policy => {
	const { resolver, blocked, allowed } = checkDnsFilter(filter)
	const { doh } = resolver
	const toPattern = (name: string): string => `*://*.${name}/*`
	return {
		DNSOverHTTPS:
			doh && asks === 'resolver'
				? { Enabled: true, ProviderURL: doh, Locked: true, Fallback: false }
				: { Enabled: false, Locked: true },
		PrivateBrowsingModeAvailability: 1,
		BlockAboutConfig: true,
		BlockAboutProfiles: true,
		...(blocked.length > 0 && {
			WebsiteFilter: {
				Block: blocked.slice(0, most).map(toPattern),
				Exceptions: allowed.slice(0, most).map(toPattern),
			},
		}),
	}
}
