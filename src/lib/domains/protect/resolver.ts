import { isIpAddress, type DnsResolver } from '#tools/dns-filter'
import * as v from 'valibot'
import { confidence, httpsUrl, seen, slug, sources } from './fact.ts'
import { hostName } from './filter/host-name.ts'

const ipAddress = v.pipe(v.string(), v.check(isIpAddress, 'must be an IP address'))

/** Schema of one entry of `content/protect/resolvers.yaml`. */
const resolver = v.strictObject({
	id: slug,
	name: v.pipe(v.string(), v.nonEmpty()),
	/** `first` is proposed, `listed` may be chosen; the other two are named and never offered. */
	offer: v.picklist(['first', 'listed', 'not-recommended', 'gone']),
	ipv4: v.array(ipAddress),
	ipv6: v.array(ipAddress),
	doh: v.optional(httpsUrl),
	dot: v.optional(hostName),
	doq: v.optional(hostName),
	blocks: v.array(slug),
	safeSearch: v.strictObject({ state: v.picklist(['yes', 'no', 'unverified']), engines: v.array(slug) }),
	/** Warnings to a person before they choose it. */
	cautions: v.array(
		v.picklist([
			'no-adult-filter',
			'strictest',
			'not-in-every-country',
			'forwards-part-of-address',
			'encrypted-only',
			'built-for-eu',
			'small-operator',
		]),
	),
	sources,
	seen,
	confidence,
	/** Set when the IPv6 addresses are borne less well than the rest. */
	ipv6Confidence: v.optional(confidence),
})

/** A public resolver, as the facts know it. */
export type Resolver = v.InferOutput<typeof resolver>

/** Schema of `content/protect/resolvers.yaml`. */
export const resolversFile = v.pipe(
	v.array(resolver),
	v.check(
		(all) => all.filter(({ offer }) => offer === 'first').length === 1,
		'must propose exactly one first',
	),
	v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must have ids that differ'),
)

/** True when a person may choose it. */
export const isOffered = ({ offer }: Resolver): boolean => offer === 'first' || offer === 'listed'

/** Host names under which a resolver is asked: over HTTPS, TLS and QUIC. */
export const getResolverHosts = ({ doh, dot, doq }: Resolver): string[] => [
	...new Set([doh && new URL(doh).hostname, dot, doq].filter((host) => host !== undefined)),
]

/** The part of a resolver that a configuration needs; addresses that are not sure are left out. */
export const toDnsResolver = (resolver: Resolver): DnsResolver => ({
	id: resolver.id,
	name: resolver.name,
	ipv4: resolver.ipv4,
	ipv6: (resolver.ipv6Confidence ?? 'sure') === 'sure' ? resolver.ipv6 : [],
	...(resolver.doh && { doh: resolver.doh }),
	...(resolver.dot && { dot: resolver.dot }),
})
