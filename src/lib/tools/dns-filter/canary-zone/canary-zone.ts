import { isHostName, isIpAddress } from '#tools/dns-filter'

/** Names below the domain. `*.r` stands beside them. */
export const canaryLabels = ['open', 'blocked', 'search', 'search-safe', 'doh'] as const

/** Target of a name: one address of each kind. */
export type CanaryAddress = { ipv4: string; ipv6?: string }

/** Decisions of the operator. */
export type CanaryPlace = {
	domain: string
	/** Addresses of every name, and of the name server. */
	address: CanaryAddress
	/** Address of `search-safe`: by this a browser sees whether `search` was rewritten. */
	safeAddress: CanaryAddress
	/** Name to which the challenges of a certificate authority point (RFC 8555, 8.4). */
	challenge?: string
}

type Soa = {
	mname: string
	rname: string
	serial: number
	refresh: number
	retry: number
	expire: number
	minimum: number
}

/** One record; its name is whole, in lower case, without a dot at the end. */
export type ZoneRecord = { name: string; ttl: number } & (
	| { type: 'A' | 'AAAA' | 'CNAME' | 'NS' | 'TXT'; data: string }
	| { type: 'SOA'; data: Soa }
)

export type CanaryZone = { domain: string; records: readonly ZoneRecord[] }

/** Version of these names and their meaning: it grows when they change. */
const version = 1

/** A change at home must show at once: answers live five seconds. */
const short = 5
const long = 3600

/** Room in a name of 253 characters for a random label and `.r.` before the domain. */
const maxDomain = 200

/** The records of a canary domain. Throws if a value of `place` is not of its form. */
export const makeCanaryZone = ({ domain, address, safeAddress, challenge }: CanaryPlace): CanaryZone => {
	const names = [domain, ...(challenge === undefined ? [] : [challenge])]
	const addresses = [address, safeAddress].flatMap(({ ipv4, ipv6 }) => [ipv4, ...(ipv6 ? [ipv6] : [])])
	if (!names.every(isHostName) || !addresses.every(isIpAddress) || domain.length > maxDomain)
		throw new Error('canary zone: a name or an address is not of its form')
	const toAddresses = (name: string, { ipv4, ipv6 }: CanaryAddress, ttl: number): ZoneRecord[] => [
		{ name, ttl, type: 'A', data: ipv4 },
		...(ipv6 === undefined ? [] : [{ name, ttl, type: 'AAAA', data: ipv6 } as const]),
	]
	const [mname, rname] = [`ns.${domain}`, `hostmaster.${domain}`]
	const times = { refresh: long, retry: 600, expire: 604_800, minimum: short }
	return {
		domain,
		records: [
			{ name: domain, ttl: short, type: 'SOA', data: { mname, rname, serial: version, ...times } },
			{ name: domain, ttl: long, type: 'NS', data: mname },
			{ name: domain, ttl: long, type: 'TXT', data: `thiqa-canary=${version}` },
			...toAddresses(mname, address, long),
			...[...canaryLabels, '*.r'].flatMap((label) =>
				toAddresses(`${label}.${domain}`, label === 'search-safe' ? safeAddress : address, short),
			),
			...(challenge === undefined
				? []
				: ['_acme-challenge', '_acme-challenge.r'].map(
						(label) => ({ name: `${label}.${domain}`, ttl: short, type: 'CNAME', data: challenge }) as const,
					)),
		],
	}
}
