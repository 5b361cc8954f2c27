import { checkDnsFilter, toPlainLine, type ConfigFile, type DnsFilter, type DnsList } from '#tools/dns-filter'

/** Text as TOML and JSON both write it: validated names and addresses hold nothing to escape, labels are not written. */
const quote = (text: string): string => JSON.stringify(text)

const getUpstreams = ({ ipv4, ipv6, port }: DnsFilter['resolver']): string[] =>
	[...ipv4, ...ipv6].map((address) => (port ? `${address}#${port}` : address))

/** `ADDRESS NAME`: dnsmasq follows an alias only to a name whose address it holds itself. */
const getHosts = ({ addresses, rewrites }: DnsFilter): string[] => {
	const used = new Set(rewrites.map(({ target }) => target))
	return Object.entries(addresses)
		.filter(([target]) => used.has(target))
		.flatMap(([target, { ipv4, ipv6 }]) => [...ipv4, ...ipv6].map((address) => `${address} ${target}`))
}

/** Targets without a published address: they are asked for when the file is used. */
const getOpenTargets = ({ addresses, rewrites }: DnsFilter): string[] => [
	...new Set(rewrites.map(({ target }) => target).filter((target) => !(target in addresses))),
]

const getAliases = ({ rewrites }: DnsFilter): string[] =>
	rewrites.map(({ name, target }) => `${name},${target}`)

/** Own lines of dnsmasq: names that do not exist, names that do all the same, names that exist and are empty. */
const getLines = ({ blocked, allowed, empty }: DnsFilter): string[] => [
	...blocked.map((name) => `local=/${name}/`),
	...allowed.map((name) => `server=/${name}/#`),
	...empty.flatMap((name) => [`local=/${name}/`, `txt-record=${name}`, `txt-record=_dns.${name}`]),
]

const findListUrl = ({ urls }: DnsList): string | undefined => urls.adblock ?? urls.hosts ?? urls.domains

const specials = ['mozillaCanary', 'iCloudPrivateRelay', 'designatedResolver']

/** A `pihole.toml` of version 6 for a new installation; keys that are not in it take their defaults. */
export const toPiholeTomlFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	if (getUpstreams(resolver).length === 0) return []
	const list = (key: string, values: readonly string[]): string[] =>
		values.length === 0
			? [`${key} = []`]
			: [`${key} = [`, ...values.map((value) => `\t${quote(value)},`), ']']
	const text = [
		`# ${toPlainLine(resolver.name)}`,
		'# For a new installation: in place of an old file this would also put its password and network settings back.',
		'[dns]',
		...list('upstreams', getUpstreams(resolver)),
		...list('hosts', getHosts(filter)),
		...list('cnameRecords', getAliases(filter)),
		'',
		'[dns.specialDomains]',
		...specials.map((name) => `${name} = true`),
		'',
		'[misc]',
		...list('dnsmasq_lines', getLines(filter)),
		'',
	].join('\n')
	return [{ name: 'pihole.toml', type: 'application/toml', text, purpose: 'use' }]
}

const config = '/etc/pihole/pihole.toml'
const database = '/etc/pihole/gravity.db'

/** A statement for the database of lists; the texts in it are validated URLs and names, which hold no quotation mark. */
const sql = (statement: string): string => `pihole-FTL sqlite3 ${database} "${statement}"`

/** A name with everything below it, as Pi-hole writes it for regular expressions. */
const toPattern = (name: string): string => `(\\.|^)${name.replaceAll('.', '\\.')}$`

const toListLines = ({ lists, allowed }: DnsFilter): string[] => {
	const urls = lists.map(findListUrl).filter((url) => url !== undefined)
	const adds = urls.map((url) =>
		sql(`INSERT OR IGNORE INTO adlist (address, comment) VALUES ('${url}', 'thiqa');`),
	)
	const allows = allowed.map((name) =>
		sql(
			`INSERT OR IGNORE INTO domainlist (type, domain, comment) VALUES (2, '${toPattern(name).replace('$', '\\$')}', 'thiqa');`,
		),
	)
	return [...adds, ...allows, ...(urls.length + allows.length > 0 ? ['pihole -g'] : [])]
}

/** A shell for a Pi-hole 6 that runs already, and one that puts its own settings back. */
export const toPiholeShellFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	const [first] = resolver.ipv4
	if (first === undefined) return []
	const set = (key: string, values: readonly string[]): string =>
		`pihole-FTL --config ${key} '[${values.map(quote).join(',')}]'`
	const open = getOpenTargets(filter)
	const port = resolver.port ? ` -p ${resolver.port}` : ''
	const learn = [
		`for name in ${open.join(' ')}; do`,
		`\taddress=$(dig +short${port} "@${first}" "$name" A | grep -E '^[0-9.]+$' | head -n 1)`,
		'\t[ -z "$address" ] || hosts="$hosts,\\"$address $name\\""',
		'done',
	]
	const use = [
		'#!/bin/sh',
		`# ${toPlainLine(resolver.name)}`,
		'# Run as root on the Pi-hole; again every month, because addresses change. Its own resolver, local names and aliases are',
		'# replaced; thiqa-pihole-off.sh puts them back.',
		'set -eu',
		`[ -e ${config}.before ] || cp -p ${config} ${config}.before`,
		`hosts='${getHosts(filter).map(quote).join(',')}'`,
		...(open.length > 0 ? learn : []),
		'pihole-FTL --config dns.hosts "[${hosts#,}]"',
		set('dns.cnameRecords', getAliases(filter)),
		set('dns.upstreams', getUpstreams(resolver)),
		...specials.map((name) => `pihole-FTL --config dns.specialDomains.${name} true`),
		set('misc.dnsmasq_lines', getLines(filter)),
		...toListLines(filter),
		'',
	]
	const undo = [
		'#!/bin/sh',
		'# Run as root on the Pi-hole.',
		'set -eu',
		`mv ${config}.before ${config}`,
		sql("DELETE FROM adlist WHERE comment = 'thiqa';"),
		sql("DELETE FROM domainlist WHERE comment = 'thiqa';"),
		'pihole -g',
		'',
	]
	const type = 'text/x-shellscript'
	return [
		{ name: 'thiqa-pihole-on.sh', type, text: use.join('\n'), purpose: 'use' },
		{ name: 'thiqa-pihole-off.sh', type, text: undo.join('\n'), purpose: 'undo' },
	]
}
