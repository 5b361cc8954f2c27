import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsRewrite,
} from '#tools/dns-filter'

const folder = '/usr/local/etc/unbound.opnsense.d'

/**
 * True for a name whose own safe name, or another one to rewrite, stands below it: a whole site. A redirect in Unbound takes
 * everything below along, pictures too, so such a name is answered with addresses instead.
 */
const hasMoreBelow = ({ name, target }: DnsRewrite, all: readonly DnsRewrite[]): boolean =>
	target.endsWith(`.${name}`) || all.some((other) => other.name.endsWith(`.${name}`))

const zone = (name: string, type: string): string => `\tlocal-zone: "${name}." ${type}`
const data = (name: string, record: string): string => `\tlocal-data: "${name}. 300 IN ${record}"`

type Parts = { rules: string[]; addresses: string[]; open: DnsRewrite[] }

const toParts = (filter: DnsFilter): Parts => {
	const { rewrites, blocked, allowed, empty, addresses } = checkDnsFilter(filter)
	const whole = rewrites.filter((rewrite) => hasMoreBelow(rewrite, rewrites))
	const rewritten = new Set(rewrites.map(({ name }) => name))
	const rules = [
		...rewrites
			.filter((rewrite) => !whole.includes(rewrite))
			.flatMap(({ name, target }) => [zone(name, 'redirect'), data(name, `CNAME ${target}.`)]),
		...whole.map(({ name }) => zone(name, 'transparent')),
		...blocked.filter((name) => !rewritten.has(name)).map((name) => zone(name, 'always_nxdomain')),
		...allowed.filter((name) => !rewritten.has(name)).map((name) => zone(name, 'always_transparent')),
		...empty.map((name) => zone(name, 'always_nodata')),
	]
	const known = whole.flatMap(({ name, target }) => {
		const { ipv4 = [], ipv6 = [] } = addresses[target] ?? {}
		return [
			...ipv4.map((address) => data(name, `A ${address}`)),
			...ipv6.map((address) => data(name, `AAAA ${address}`)),
		]
	})
	const open = whole.filter(({ target }) => !addresses[target])
	return { rules, addresses: known, open }
}

/**
 * Lists what is typed in the pages of the firewall, because no file can: the resolver, over TLS where it can be. A line for each
 * address; none when it has no address.
 */
const toResolverFiles = (filter: DnsFilter): ConfigFile[] => {
	const { ipv4, ipv6, dot, tlsPort = 853, port = 53 } = checkDnsFilter(filter).resolver
	const addresses = [...ipv4, ...ipv6]
	if (addresses.length === 0) return []
	const width = Math.max(...addresses.map(({ length }) => length), 'address'.length)
	const line = (address: string, at: string, name: string): string =>
		`${address.padEnd(width)}  ${dot ? `${at.padEnd(4)}  ${name}` : at}`
	const rows = addresses.map((address) => line(address, String(dot ? tlsPort : port), dot ?? ''))
	return [conf('thiqa-resolver.txt', [line('address', 'port', 'name'), ...rows])]
}

const conf = (name: string, lines: readonly string[]): ConfigFile => ({
	name,
	type: 'text/plain',
	text: [...lines, ''].join('\n'),
	purpose: 'use',
})

const shell = (name: string, lines: readonly string[], purpose: ConfigFile['purpose']): ConfigFile => ({
	name,
	type: 'text/x-shellscript',
	text: ['#!/bin/sh', ...lines, ''].join('\n'),
	purpose,
})

/** Engines whose safe address is not published are closed until the shell has asked for it. */
const toClosed = (open: readonly DnsRewrite[]): string[] => open.map(({ name }) => data(name, 'A 0.0.0.0'))

const toRefresh = (open: readonly DnsRewrite[], { resolver }: DnsFilter): ConfigFile[] => {
	const [first] = resolver.ipv4
	if (open.length === 0 || first === undefined) return []
	const port = resolver.port ? ` -p ${resolver.port}` : ''
	const lines = [
		'# On the firewall, as root, now and once a month.',
		'set -eu',
		`folder=\${1:-${folder}}`,
		'new=$(mktemp)',
		'trap \'rm -f "$new"\' EXIT',
		'learn() {',
		`\taddress=$(drill${port} "$2" @${first} A | awk '$4 == "A" { print $5; exit }')`,
		'\tprintf \'\\tlocal-data: "%s. 300 IN A %s"\\n\' "$1" "${address:-0.0.0.0}" >> "$new"',
		'}',
		'echo \'server:\' > "$new"',
		...open.map(({ name, target }) => `learn ${name} ${target}`),
		'cat "$new" > "$folder/thiqa-addresses.conf"',
		'configctl unbound check',
		'configctl unbound restart',
	]
	return [shell('thiqa-opnsense-refresh.sh', lines, 'refresh')]
}

/** OPNsense: files for the folder of Unbound's own settings, and shells. The resolver is set in its pages. */
export const toOpnsenseFiles = (filter: DnsFilter): ConfigFile[] => {
	const typed = toResolverFiles(filter)
	if (typed.length === 0) return []
	const { rules, addresses, open } = toParts(filter)
	const label = `# ${toPlainLine(filter.resolver.name)}`
	const remark = `# For ${folder}/ ; then: configctl unbound check && configctl unbound restart`
	const undo = [
		'# On the firewall, as root.',
		`rm -f ${folder}/thiqa.conf ${folder}/thiqa-addresses.conf`,
		'configctl unbound restart',
	]
	const closed = open.length > 0 ? [conf('thiqa-addresses.conf', ['server:', ...toClosed(open)])] : []
	return [
		...typed,
		conf('thiqa.conf', [label, remark, 'server:', ...rules, ...addresses]),
		...closed,
		...toRefresh(open, filter),
		shell('thiqa-opnsense-off.sh', undo, 'undo'),
	]
}

/** pfSense: text for *Custom options* of the DNS Resolver; taking it out again is the undo. */
export const toPfsenseFiles = (filter: DnsFilter): ConfigFile[] => {
	const typed = toResolverFiles(filter)
	if (typed.length === 0) return []
	const { rules, addresses, open } = toParts(filter)
	const lines = ['# thiqa begin', 'server:', ...rules, ...addresses, ...toClosed(open), '# thiqa end']
	return [...typed, conf('thiqa-custom-options.txt', lines)]
}
