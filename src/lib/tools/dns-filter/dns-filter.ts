/**
 * Rules of a network for names, independent of the program that applies them: the one noun that every configuration tool
 * writes down in the language of its program. Where several entries fit a name, the longest one wins; between a rewrite
 * and a blocked name above it, the rewrite.
 */
export type DnsFilter = {
	/** Resolver for everything that is not decided here. */
	resolver: DnsResolver
	/** Names that are answered as another name: safe search. */
	rewrites: readonly DnsRewrite[]
	/** Addresses published for the targets of `rewrites`; a target without an entry has none. */
	addresses: Readonly<Record<string, DnsAddresses>>
	/** Names that do not exist, with everything below them. */
	blocked: readonly string[]
	/** Names that are answered as they are, with everything below them, even below a blocked name. */
	allowed: readonly string[]
	/** Names that exist and have no record (NODATA), with everything below them: `resolver.arpa`. */
	empty: readonly string[]
	/** Public block lists to subscribe to; their content is never part of a file. */
	lists: readonly DnsList[]
}

/** A public resolver that filters. At least one of the three ways to ask it is there. */
export type DnsResolver = {
	id: string
	name: string
	ipv4: readonly string[]
	ipv6: readonly string[]
	/** URL of DNS over HTTPS (RFC 8484). */
	doh?: string
	/** Host name of DNS over TLS (RFC 7858). */
	dot?: string
	/** Port of plain DNS when it is not 53. */
	port?: number
	/** Port of DNS over TLS when it is not 853. */
	tlsPort?: number
}

export type DnsRewrite = { name: string; target: string }

export type DnsAddresses = { ipv4: readonly string[]; ipv6: readonly string[] }

/** A block list of others: where it is, in which formats, under which licence. */
export type DnsList = {
	id: string
	name: string
	licence: string
	/** Address of the list by format; a tool takes the format that its program reads, or none. */
	urls: Readonly<Partial<Record<'domains' | 'hosts' | 'adblock' | 'dnsmasq' | 'rpz', string>>>
}

/** A file to hand out: what a person saves, and what it is for. */
export type ConfigFile = {
	/** File name as the program expects it, without a folder. */
	name: string
	/** Media type without parameters. */
	type: string
	text: string
	/** `use` puts the filter on, `undo` takes it off, `refresh` is run now and then beside `use`. */
	purpose: 'use' | 'undo' | 'refresh'
}

/** Where a program stands, when that is not its usual place. Rules never depend on it. */
export type DnsPlace = {
	/** Address and port on which it answers. */
	address?: string
	port?: number
	/** Folder that holds its files. */
	folder?: string
	/** File of certificates that it trusts for encrypted questions to the resolver. */
	certificates?: string
}
