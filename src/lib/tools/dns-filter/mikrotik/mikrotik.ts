import { checkDnsFilter, toPlainLine, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

const mark = 'comment="thiqa"'
const quote = (text: string): string => `"${text.replace(/[\\"$?]/g, '\\$&')}"`

const rsc = (name: string, lines: readonly string[], purpose: ConfigFile['purpose']): ConfigFile => ({
	name,
	type: 'text/plain',
	text: lines.map((line) => `${line}\n`).join(''),
	purpose,
})

/** Longer names first: the router takes the first entry that fits. */
const byLength = (names: readonly string[]): string[] => [...names].sort((a, b) => b.length - a.length)

const toNames = (filter: DnsFilter): string[] => {
	const { rewrites, blocked, allowed, empty, resolver } = filter
	const [forward] = [...resolver.ipv4, ...resolver.ipv6]
	const allow = new Set(allowed)
	return [
		...rewrites.map(({ name, target }) => `add name=${name} type=CNAME cname=${target} ${mark}`),
		...byLength([...blocked, ...allowed, ...empty]).map((name) =>
			allow.has(name)
				? `add name=${name} type=FWD forward-to=${forward ?? ''} match-subdomain=yes ${mark}`
				: `add name=${name} type=NXDOMAIN match-subdomain=yes ${mark}`,
		),
	]
}

/** Removes first what stands in the way when it is run twice; the same lines are the undo. */
const clear = [
	`/ip dns static remove [find ${mark}]`,
	`/ip firewall nat remove [find ${mark}]`,
	`/ip firewall filter remove [find ${mark}]`,
]

const firewall = [
	'/ip firewall nat',
	...['udp', 'tcp'].map(
		(protocol) =>
			`add chain=dstnat in-interface-list=LAN protocol=${protocol} dst-port=53 action=redirect to-ports=53 ${mark}`,
	),
	'/ip firewall filter',
	`add chain=forward in-interface-list=LAN protocol=tcp dst-port=853 action=reject reject-with=tcp-reset ${mark}`,
	`add chain=forward in-interface-list=LAN protocol=udp dst-port=853 action=drop ${mark}`,
]

/** True when the operator's own name servers are taken, over cable and over PPPoE. */
const toPeers = (take: 'yes' | 'no'): string[] =>
	['/ip dhcp-client', '/interface pppoe-client'].map((menu) => `${menu} set [find] use-peer-dns=${take}`)

/** RouterOS 7: a script to import, and one that takes it out again. */
export const toMikrotikFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver, lists } = checkDnsFilter(filter)
	const servers = [...resolver.ipv4, ...resolver.ipv6]
	if (servers.length === 0 || (resolver.port !== undefined && resolver.port !== 53)) return []
	const urls = lists.map(({ urls: { hosts } }) => hosts).filter((url) => url !== undefined)
	// Lists come last: a router that does not know them (before 7.15) stops there, with everything else done.
	const tryTo = (command: string): string => `:do { ${command} } on-error={ }`
	const use = [
		`# ${toPlainLine(resolver.name)}`,
		'# RouterOS 7: /import file-name=thiqa-mikrotik-on.rsc',
		...(resolver.doh
			? [
					'# Encrypted questions need a certificate store that the router trusts; with one:',
					`# /ip dns set use-doh-server=${quote(resolver.doh)} verify-doh-cert=yes`,
				]
			: []),
		...clear,
		`/ip dns set servers=${servers.join(',')} allow-remote-requests=yes`,
		...toPeers('no'),
		'/ip dns static',
		...toNames(filter),
		...firewall,
		'/ip dns cache flush',
		...urls.map((url) => tryTo(`/ip dns adlist add url=${quote(url)} ssl-verify=no`)),
	]
	const undo = [
		'# RouterOS 7: /import file-name=thiqa-mikrotik-off.rsc',
		...clear,
		'/ip dns set servers="" use-doh-server=""',
		...toPeers('yes'),
		'/ip dns cache flush',
		...urls.map((url) => tryTo(`/ip dns adlist remove [find url=${quote(url)}]`)),
	]
	return [rsc('thiqa-mikrotik-on.rsc', use, 'use'), rsc('thiqa-mikrotik-off.rsc', undo, 'undo')]
}
