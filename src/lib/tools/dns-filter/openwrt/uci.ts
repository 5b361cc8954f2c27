import type { DnsFilter } from '#tools/dns-filter'

/** dnsmasq reads lines of at most 1,024 characters; a list of names is cut well before. */
const longest = 800

const cut = (names: readonly string[]): string[] =>
	names.reduce<string[]>((lines, name) => {
		const last = lines.at(-1)
		return last !== undefined && last.length + name.length < longest
			? [...lines.slice(0, -1), `${last},${name}`]
			: [...lines, name]
	}, [])

/** A named section and its options, as lines for `uci batch`. */
const section = (path: string, type: string, options: readonly string[]): string[] => [
	`set ${path}=${type}`,
	...options.map((option) => option.replace('.', `${path}.`)),
]

const byTarget = ({ rewrites }: DnsFilter): [string, string[]][] => {
	const names = new Map<string, string[]>()
	for (const { name, target } of rewrites) names.set(target, [...(names.get(target) ?? []), name])
	return [...names]
}

/** Aliases and the addresses that they lead to: dnsmasq follows an alias only to a name whose address it holds itself. */
const toAliases = (filter: DnsFilter): string[] => {
	const aliases = byTarget(filter).flatMap(([target, names]) =>
		cut(names).map((cname) => ({ cname, target })),
	)
	const hosts = byTarget(filter).flatMap(([target]) => {
		const { ipv4 = [], ipv6 = [] } = filter.addresses[target] ?? {}
		return [...ipv4, ...ipv6].map((ip) => ({ target, ip }))
	})
	return [
		...aliases.flatMap(({ cname, target }, at) =>
			section(`dhcp.thiqa_alias_${at + 1}`, 'cname', [`set .cname='${cname}'`, `set .target='${target}'`]),
		),
		// A record takes one address of each family: several addresses are several records.
		...hosts.flatMap(({ target, ip }, at) =>
			section(`dhcp.thiqa_host_${at + 1}`, 'hostrecord', [`set .name='${target}'`, `add_list .ip='${ip}'`]),
		),
	]
}

/** A name that exists and is empty: nothing below it is asked for, and it holds only a mail server that is none. */
const toEmpty = (names: readonly string[]): string[] =>
	names
		.flatMap((name) => [name, `_dns.${name}`])
		.flatMap((name, at) =>
			section(`dhcp.thiqa_empty_${at + 1}`, 'mxhost', [`set .domain='${name}'`, "set .relay='none.invalid'"]),
		)

/** The name server of the router. */
export const toDnsmasqCommands = (filter: DnsFilter, upstreams: readonly string[]): string[] => {
	const { blocked, allowed, empty } = filter
	const servers = [
		...upstreams,
		...[...blocked, ...empty].map((name) => `/${name}/`),
		...allowed.map((name) => `/${name}/#`),
	]
	return [
		"set dhcp.@dnsmasq[0].noresolv='1'",
		...servers.map((server) => `add_list dhcp.@dnsmasq[0].server='${server}'`),
		...toAliases(filter),
		...toEmpty(empty),
	]
}

/** Questions to other name servers are turned to the router; encrypted ones (853) are refused. */
export const toFirewallCommands = (): string[] => [
	...section('firewall.thiqa_dns', 'redirect', [
		"set .name='thiqa-dns'",
		"set .family='any'",
		"set .src='lan'",
		"set .proto='tcp udp'",
		"set .src_dport='53'",
		"set .target='DNAT'",
	]),
	...section('firewall.thiqa_dot', 'rule', [
		"set .name='thiqa-dot'",
		"set .src='lan'",
		"set .dest='wan'",
		"set .proto='tcp udp'",
		"set .dest_port='853'",
		"set .target='REJECT'",
	]),
]

/** The package https-dns-proxy, which leaves the servers of dnsmasq alone. */
export const toProxyCommands = (url: string, bootstrap: readonly string[]): string[] => [
	"set https-dns-proxy.config.dnsmasq_config_update='-'",
	...section('https-dns-proxy.thiqa', 'https-dns-proxy', [
		`set .resolver_url='${url}'`,
		...(bootstrap.length > 0 ? [`set .bootstrap_dns='${bootstrap.join(',')}'`] : []),
		"set .listen_addr='127.0.0.1'",
		"set .listen_port='5053'",
	]),
]
