import { checkDnsFilter, toPlainLine, type ConfigFile, type DnsFilter } from '#tools/dns-filter'
import { toDnsmasqCommands, toFirewallCommands, toProxyCommands } from './uci.ts'

const shell = 'text/x-shellscript'
const server = 'dhcp.@dnsmasq[0].server'
const proxyCopy = '/etc/thiqa-https-dns-proxy'

const toShell = (name: string, lines: readonly string[], purpose: ConfigFile['purpose']): ConfigFile => ({
	name,
	type: shell,
	text: ['#!/bin/sh', ...lines, ''].join('\n'),
	purpose,
})

/** Takes out every section that an earlier run has put in. */
const clear = [
	'for config in dhcp firewall; do',
	'\tuci show "$config" | sed -n "s/^\\($config\\.thiqa_[a-z0-9_]*\\)=.*/delete \\1/p" | uci -q batch',
	'done',
]

/** Keeps what the router had before, once, in a section that no program reads. */
const keep = [
	'if ! uci -q get dhcp.thiqa > /dev/null; then',
	'\tuci set dhcp.thiqa=thiqa',
	'\tuci set dhcp.thiqa.noresolv="$(uci -q get \'dhcp.@dnsmasq[0].noresolv\' || echo 0)"',
	`\tfor old in $(uci -q get '${server}' || true); do uci add_list "dhcp.thiqa.server=$old"; done`,
	'fi',
]

/** Targets without a published address are asked for now; an alias without an address does not resolve, which is safe. */
const learn = ({ resolver, rewrites, addresses }: DnsFilter): string[] => {
	const open = [...new Set(rewrites.map(({ target }) => target).filter((target) => !(target in addresses)))]
	const [first] = resolver.ipv4
	if (open.length === 0 || first === undefined) return []
	const port = resolver.port ? ` -port=${resolver.port}` : ''
	return [
		'at=0',
		`for name in ${open.join(' ')}; do`,
		`\taddress=$(nslookup${port} "$name" ${first} | sed -n '/^Name:/,$ s/^Address[^:]*: *\\([0-9.]*\\)$/\\1/p' | head -n 1)`,
		'\tat=$((at + 1))',
		'\t[ -n "$address" ] || continue',
		'\tprintf "set dhcp.thiqa_found_%s=hostrecord\\n" "$at"',
		'\tprintf "set dhcp.thiqa_found_%s.name=\'%s\'\\n" "$at" "$name"',
		'\tprintf "add_list dhcp.thiqa_found_%s.ip=\'%s\'\\n" "$at" "$address"',
		'done | uci -q batch',
	]
}

const batch = (commands: readonly string[]): string[] => [
	"uci -q batch <<'COMMANDS'",
	...commands,
	'COMMANDS',
]

const restart = [
	'uci commit dhcp',
	'uci commit firewall',
	'service dnsmasq restart',
	'service firewall restart',
]

const useHead = (filter: DnsFilter, name: string): string[] => [
	`# ${toPlainLine(filter.resolver.name)}`,
	`# On the router, as root: sh ${name}. Run it again every month, because addresses change.`,
	'set -euf',
]

/**
 * Folders from which dnsmasq reads rules, as its running configuration names them: which one it is depends on the version
 * of OpenWrt and on the name of the section (https://github.com/openwrt/openwrt/pull/16806).
 */
const findFolders =
	"folders=$(cat /var/etc/dnsmasq.conf.* 2> /dev/null | sed -n 's/^conf-dir=\\([^,]*\\).*/\\1/p' | sort -u)"
const listFile = 'thiqa-lists.conf'

const off = (name: string, extra: readonly string[]): ConfigFile =>
	toShell(
		name,
		[
			'# On the router, as root: puts back what it had before.',
			findFolders,
			'set -euf',
			`for folder in $folders; do rm -f "$folder/${listFile}"; done`,
			...clear,
			`uci -q delete '${server}' || true`,
			`for old in $(uci -q get dhcp.thiqa.server || true); do uci add_list "${server}=$old"; done`,
			'uci set "dhcp.@dnsmasq[0].noresolv=$(uci -q get dhcp.thiqa.noresolv || echo 0)"',
			'uci -q delete dhcp.thiqa || true',
			...extra,
			...restart,
		],
		'undo',
	)

/** Lists that dnsmasq reads, into memory: a router has little room, and what others write is taken only as blocked names. */
const toListFiles = ({ lists }: DnsFilter): ConfigFile[] => {
	const urls = lists.map(({ urls: { dnsmasq } }) => dnsmasq).filter((url) => url !== undefined)
	if (urls.length === 0) return []
	const lines = [
		'# On the router, as root, after each start and once a week. Lists of others, under their own licences:',
		...lists.map(({ name, licence }) => `# ${toPlainLine(`${name}: ${licence}`)}`),
		findFolders,
		'set -euf',
		'if [ -z "$folders" ]; then',
		'\techo "dnsmasq does not run, or reads no folder of rules" >&2',
		'\texit 1',
		'fi',
		'new=$(mktemp)',
		'trap \'rm -f "$new"\' EXIT',
		...urls.map((url) => `uclient-fetch -q -O - '${url}' >> "$new"`),
		'sed -i -E \'\\#^local=/[A-Za-z0-9._-]+/$#!d\' "$new"',
		'[ -s "$new" ] || { echo "there are no names in the lists of today: those of before stay" >&2; exit 1; }',
		`for folder in $folders; do cat "$new" > "$folder/${listFile}"; done`,
		'service dnsmasq restart',
	]
	return [toShell('thiqa-openwrt-lists.sh', lines, 'refresh')]
}

/** OpenWrt with plain DNS to the resolver: shells that use `uci`. */
export const toOpenWrtFiles = (filter: DnsFilter): ConfigFile[] => {
	const { ipv4, ipv6, port } = checkDnsFilter(filter).resolver
	const upstreams = [...ipv4, ...ipv6].map((address) => (port ? `${address}#${port}` : address))
	if (upstreams.length === 0) return []
	const name = 'thiqa-openwrt-on.sh'
	const use = [
		...useHead(filter, name),
		...keep,
		...clear,
		`uci -q delete '${server}' || true`,
		...batch([...toDnsmasqCommands(filter, upstreams), ...toFirewallCommands()]),
		...learn(filter),
		...restart,
	]
	return [toShell(name, use, 'use'), ...toListFiles(filter), off('thiqa-openwrt-off.sh', [])]
}

/** OpenWrt that asks the resolver over HTTPS, with the package https-dns-proxy. */
export const toOpenWrtDohFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	if (!resolver.doh) return []
	const name = 'thiqa-openwrt-doh-on.sh'
	const use = [
		...useHead(filter, name),
		'if [ ! -x /etc/init.d/https-dns-proxy ]; then',
		'\techo "Install the package https-dns-proxy first." >&2',
		'\texit 1',
		'fi',
		`[ -e ${proxyCopy} ] || cp /etc/config/https-dns-proxy ${proxyCopy}`,
		...keep,
		...clear,
		`uci -q delete '${server}' || true`,
		"while uci -q delete 'https-dns-proxy.@https-dns-proxy[0]'; do :; done",
		...batch([
			...toDnsmasqCommands(filter, ['127.0.0.1#5053']),
			...toFirewallCommands(),
			...toProxyCommands(resolver.doh, resolver.ipv4),
		]),
		...learn(filter),
		'uci commit https-dns-proxy',
		'service https-dns-proxy restart',
		...restart,
	]
	const back = [
		`[ ! -e ${proxyCopy} ] || mv ${proxyCopy} /etc/config/https-dns-proxy`,
		'service https-dns-proxy restart',
	]
	return [toShell(name, use, 'use'), ...toListFiles(filter), off('thiqa-openwrt-doh-off.sh', back)]
}
