import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

/** dnsmasq reads 1024 characters of a line; the rest is an error. */
const maxLine = 1000

/** `prefix` + names with `separator` between them + `suffix`, on as many lines as it takes. */
const toLines = (prefix: string, names: readonly string[], separator: string, suffix: string): string[] => {
	const lines: string[] = []
	let line = ''
	for (const name of names) {
		if (line && prefix.length + line.length + name.length + suffix.length + 1 > maxLine) {
			lines.push(prefix + line + suffix)
			line = ''
		}
		line += line ? separator + name : name
	}
	if (line) lines.push(prefix + line + suffix)
	return lines
}

/**
 * `local=/name/` takes everything below along. `server=/*.name/#` gives that back and leaves the name itself, for it is the
 * longer pattern. What a blocked name above closes stays closed.
 */
const toBelowLines = ({ rewrites, blocked, allowed }: DnsFilter): string[] => {
	const [closed, open] = [new Set(blocked), new Set(allowed)]
	/** The nearest name above decides. */
	const isClosed = (name: string): boolean => {
		const parent = name.slice(name.indexOf('.') + 1)
		if (parent === name || open.has(parent)) return false
		return closed.has(parent) || isClosed(parent)
	}
	const names = rewrites.map(({ name }) => name).filter((name) => !isClosed(name))
	return toLines(
		'server=/',
		names.map((name) => `*.${name}`),
		'/',
		'/#',
	)
}

const toRewriteLines = ({ rewrites, addresses }: DnsFilter): string[] =>
	[...new Set(rewrites.map(({ target }) => target))].sort().flatMap((target) => {
		const names = rewrites.filter((rewrite) => rewrite.target === target).map(({ name }) => name)
		const { ipv4 = [], ipv6 = [] } = addresses[target] ?? {}
		// Without an address of its target, `cname=` passes --test and answers nothing. One line keeps one address.
		const records = [...ipv4, ...ipv6].map((address) => `host-record=${target},${address}`)
		const none = `# ${target} publishes no address: the refresh script asks for it`
		return [
			'',
			...(records.length > 0 ? records : [none]),
			...toLines('cname=', names, ',', `,${target}`),
			// Other types of record for these names must not come from outside either.
			...toLines('local=/', [...names, target], '/', '/'),
		]
	})

const toListLines = ({ lists }: DnsFilter, home: string): string[] => {
	const known = lists.filter(({ urls }) => urls.dnsmasq)
	if (known.length === 0) return []
	const lines = known.map(({ id, name, licence, urls }) => [
		`# ${toPlainLine(name)} (${toPlainLine(licence)}):`,
		`#   curl -fsSo ${home}/list-${toPlainLine(id)}.conf ${urls.dnsmasq ?? ''}`,
	])
	return [
		'',
		'# Block lists of others, by choice; each has its own licence and must be fetched again now and then.',
		...lines.flat(),
	]
}

const toUndo = (folder: string): string => `#!/bin/sh
# Takes the filter off: removes its files and restarts dnsmasq. Run as administrator.
set -eu
rm -f /etc/dnsmasq.d/thiqa-dnsmasq.conf ${folder}/thiqa-names.hosts
systemctl restart dnsmasq
`

/**
 * Files for dnsmasq 2.86 or newer; none when the resolver has no plain addresses, for dnsmasq asks no other way.
 *
 * @param place.home folder from which dnsmasq reads its configuration: that of another program, if it starts dnsmasq
 * @param place.folder holds the addresses that the refresh script writes
 */
export const toDnsmasqFiles = (filter: DnsFilter, place: DnsPlace & { home?: string } = {}): ConfigFile[] => {
	const { resolver, blocked, allowed, empty } = checkDnsFilter(filter)
	const servers = [...resolver.ipv4, ...resolver.ipv6]
	if (servers.length === 0) return []
	const folder = place.folder ?? '/etc/thiqa'
	const home = place.home ?? '/etc/dnsmasq.d'
	const lines = [
		`# Family filter for dnsmasq 2.86 or newer. Put this file into ${home}/ and restart.`,
		...(place.address ? [`listen-address=${place.address}`, 'bind-interfaces'] : []),
		...(place.port ? [`port=${place.port}`] : []),
		'',
		`# Everything else is asked of ${toPlainLine(resolver.name)}, and of nobody else.`,
		'no-resolv',
		...servers.map((address) => `server=${address}${resolver.port ? `#${resolver.port}` : ''}`),
		'',
		'# Safe search: these names are answered with the address of their safe name.',
		`addn-hosts=${folder}/thiqa-names.hosts`,
		...toRewriteLines(filter),
		'',
		'# What stands below these names is left alone.',
		...toBelowLines(filter),
		'',
		'# Refused, with everything below.',
		...toLines('local=/', blocked, '/', '/'),
		'',
		'# Left alone.',
		...toLines('server=/', allowed, '/', '/#'),
		'',
		'# These exist and say nothing.',
		...toLines('local=/', empty, '/', '/'),
		...empty.flatMap((name) => [`txt-record=${name}`, `txt-record=_dns.${name}`]),
		...toListLines(filter, home),
	]
	return [
		{ name: 'thiqa-dnsmasq.conf', type: 'text/plain', text: `${lines.join('\n')}\n`, purpose: 'use' },
		{ name: 'thiqa-dnsmasq-undo.sh', type: 'application/x-sh', text: toUndo(folder), purpose: 'undo' },
	]
}
