import { checkDnsFilter, toPlainLine, type ConfigFile, type DnsFilter, type DnsList } from '#tools/dns-filter'

/** Safe names behind the switches of AdGuard Home; YouTube has one switch, and it is the strict mode. */
const switches: Readonly<Record<string, string>> = {
	bing: 'strict.bing.com',
	duckduckgo: 'safe.duckduckgo.com',
	ecosia: 'strict-safe-search.ecosia.org',
	google: 'forcesafesearch.google.com',
	pixabay: 'safesearch.pixabay.com',
	yandex: 'familysearch.yandex.ru',
	youtube: 'restrict.youtube.com',
}

const isBelow = (name: string, parents: readonly string[]): boolean =>
	parents.some((parent) => name.endsWith(`.${parent}`))

/**
 * Rules in the language of AdGuard: `|name^` this name only, `||name^` with everything below it. An exception beats a
 * rule, `important` beats an exception: so a blocked name below an allowed one stays blocked.
 */
export const toRules = (filter: DnsFilter): string[] => {
	const { rewrites, blocked, allowed, empty } = checkDnsFilter(filter)
	const deep = blocked.filter((name) => isBelow(name, allowed))
	const weight = (is: boolean): string => (is ? '$important' : '')
	return [
		...rewrites.map(({ name, target }) => `|${name}^$dnsrewrite=NOERROR;CNAME;${target}`),
		...blocked.map((name) => `||${name}^${weight(deep.includes(name))}`),
		...allowed.map((name) => `@@||${name}^${weight(isBelow(name, deep))}`),
		...empty.map((name) => `||${name}^$dnsrewrite=NOERROR;;`),
	]
}

const findListUrl = ({ urls }: DnsList): string | undefined => urls.adblock ?? urls.hosts ?? urls.domains

/** JSON is YAML; a string in JSON can hold anything and stays a string. */
const quote = (text: string): string => JSON.stringify(text)
const toItems = (tabs: string, values: readonly string[]): string[] =>
	values.map((value) => `${tabs}- ${quote(value)}`)

const toUpstreams = ({ resolver }: DnsFilter): string[] => {
	const { doh, dot, tlsPort, ipv4, ipv6, port } = resolver
	if (doh) return [doh]
	if (dot) return [`tls://${dot}${tlsPort ? `:${tlsPort}` : ''}`]
	const end = port ? `:${port}` : ''
	return [
		...ipv4.map((address) => address + end),
		...ipv6.map((address) => (end ? `[${address}]${end}` : address)),
	]
}

const undo: ConfigFile = {
	name: 'thiqa-adguard-home-off.sh',
	type: 'text/x-shellscript',
	text: [
		'#!/bin/sh',
		'# In the folder of AdGuard Home, as root, after AdGuardHome.yaml.before was kept: puts it back.',
		'set -eu',
		'./AdGuardHome -s stop',
		'mv AdGuardHome.yaml.before AdGuardHome.yaml',
		'./AdGuardHome -s start',
		'',
	].join('\n'),
	purpose: 'undo',
}

/** A whole `AdGuardHome.yaml` for a new installation. Its pages answer only on the machine itself until it has a password. */
export const toAdGuardHomeFiles = (filter: DnsFilter): ConfigFile[] => {
	const rules = toRules(filter)
	const { resolver, lists } = filter
	const targets = new Set(filter.rewrites.map(({ target }) => target))
	const known = Object.entries(switches).filter(([, target]) => targets.has(target))
	const off = Object.keys(switches).filter((name) => !known.some(([on]) => on === name))
	const bootstrap = [...resolver.ipv4, ...resolver.ipv6]
	const filters = lists.flatMap((list, at) => {
		const url = findListUrl(list)
		const name = quote(toPlainLine(`${list.name} (${list.licence})`))
		return url
			? [`  - enabled: true`, `    url: ${quote(url)}`, `    name: ${name}`, `    id: ${at + 1001}`]
			: []
	})
	const text = [
		`# ${toPlainLine(resolver.name)}`,
		'# For a new installation. Stop AdGuard Home, keep the old file as AdGuardHome.yaml.before, put this one in its place,',
		'# start it. A running AdGuard Home writes over the file. The pages have no password yet: set one before you open them',
		'# to the network (http.address).',
		'http:',
		'  address: 127.0.0.1:3000',
		'users: []',
		'dns:',
		'  bind_hosts:',
		'    - 0.0.0.0',
		'  port: 53',
		'  upstream_dns:',
		...toItems('    ', toUpstreams(filter)),
		...(bootstrap.length > 0 ? ['  bootstrap_dns:', ...toItems('    ', bootstrap)] : []),
		'  handle_ddr: false',
		'filtering:',
		'  protection_enabled: true',
		'  filtering_enabled: true',
		'  parental_enabled: true',
		'  safebrowsing_enabled: true',
		'  filters_update_interval: 24',
		'  safe_search:',
		`    enabled: ${known.length > 0}`,
		...known.map(([name]) => `    ${name}: true`),
		...off.map((name) => `    ${name}: false`),
		filters.length > 0 ? 'filters:' : 'filters: []',
		...filters,
		rules.length > 0 ? 'user_rules:' : 'user_rules: []',
		...toItems('  ', rules),
		'schema_version: 29',
		'',
	].join('\n')
	return [{ name: 'AdGuardHome.yaml', type: 'application/yaml', text, purpose: 'use' }, undo]
}

/** Rules to paste into *Custom filtering rules* of an AdGuard Home that runs already; deleting them is the undo. */
export const toAdGuardRulesFiles = (filter: DnsFilter): ConfigFile[] => {
	const text = ['! thiqa begin', ...toRules(filter), '! thiqa end', ''].join('\n')
	return [{ name: 'thiqa-rules.txt', type: 'text/plain', text, purpose: 'use' }]
}
