import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

const withLength = (text: string): string => String.fromCharCode(text.length) + text

/** A DoH server as a stamp: address to connect to, name to verify, path to ask. No promise about logs or filtering. */
export const toDohStamp = (address: string, url: string): string => {
	const { host, port, pathname } = new URL(url)
	const ip = address.includes(':') ? `[${address}]` : address
	const at = port ? `${ip}:${port}` : ip
	const noPromises = '\0'.repeat(8)
	const anyCertificate = '\0'
	const bytes = `\x02${noPromises}${withLength(at)}${anyCertificate}${withLength(host)}${withLength(pathname)}`
	return `sdns://${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

const toUndo = (folder: string): string => `#!/bin/sh
# Takes the filter off: puts the earlier configuration back and restarts dnscrypt-proxy. Run as administrator.
set -eu
conf=/etc/dnscrypt-proxy/dnscrypt-proxy.toml
[ -f "$conf.before-thiqa" ] && mv "$conf.before-thiqa" "$conf"
rm -f ${folder}/thiqa-cloaking.txt ${folder}/thiqa-blocked.txt ${folder}/thiqa-allowed.txt ${folder}/thiqa-names.hosts
systemctl enable --now dnscrypt-proxy.socket || true
systemctl restart dnscrypt-proxy
`

const toConfiguration = ({ resolver }: DnsFilter, doh: string, place: DnsPlace): string => {
	const folder = place.folder ?? '/etc/dnscrypt-proxy'
	const addresses = resolver.ipv4.length > 0 ? resolver.ipv4 : resolver.ipv6
	const plain = addresses.map(
		(address) => `'${address.includes(':') ? `[${address}]` : address}:${resolver.port ?? 53}'`,
	)
	const stamps = addresses.map((address) => toDohStamp(address, doh))
	return [
		'# Family filter for dnscrypt-proxy 2. Keep what was there before, then put all files into /etc/dnscrypt-proxy/:',
		'#   mv /etc/dnscrypt-proxy/dnscrypt-proxy.toml /etc/dnscrypt-proxy/dnscrypt-proxy.toml.before-thiqa',
		'# On Debian a socket unit listens in its place; the address below needs it off:',
		'#   systemctl disable --now dnscrypt-proxy.socket',
		`listen_addresses = ['${place.address ?? '127.0.0.1'}:${place.port ?? 53}']`,
		`# Everything that no list decides is asked of ${toPlainLine(resolver.name)}, over HTTPS.`,
		`server_names = [${stamps.map((_, index) => `'thiqa-${index + 1}'`).join(', ')}]`,
		'require_dnssec = false',
		'require_nolog = false',
		'require_nofilter = false',
		`bootstrap_resolvers = [${plain.join(', ')}]`,
		'ignore_system_dns = true',
		`netprobe_address = ${plain[0] ?? "''"}`,
		'# A refused name exists and has no address: a device does not go and ask another resolver.',
		"blocked_query_response = 'hinfo'",
		'cloak_ttl = 600',
		`cloaking_rules = '${folder}/thiqa-cloaking.txt'`,
		'',
		'[blocked_names]',
		`blocked_names_file = '${folder}/thiqa-blocked.txt'`,
		'',
		'[allowed_names]',
		`allowed_names_file = '${folder}/thiqa-allowed.txt'`,
		'',
		'[static]',
		...stamps.flatMap((stamp, index) => [`[static.'thiqa-${index + 1}']`, `stamp = '${stamp}'`]),
		'',
	].join('\n')
}

/**
 * Only addresses stand as targets: 2.1.8 looks a name up with the system's resolver, and where that fails it lets the
 * engine through. What publishes no address leads nowhere until the refresh has run.
 */
const toCloakingLines = ({ rewrites, addresses }: DnsFilter): string[] =>
	rewrites.flatMap(({ name, target }) => {
		const { ipv4 = [], ipv6 = [] } = addresses[target] ?? {}
		const known = [...ipv4, ...ipv6]
		return known.length > 0 ? known.map((address) => `=${name} ${address}`) : [`=${name} 0.0.0.0 # ${target}`]
	})

const toApply = (folder: string): string => `#!/bin/sh
# Puts the addresses that were found into the cloaking rules. thiqa-dnscrypt-proxy-refresh.sh runs it.
set -eu
rules=${folder}/thiqa-cloaking.txt
awk '
	FILENAME == ARGV[1] { found[$2] = found[$2] " " $1; next }
	$3 == "#" && $4 in found {
		if (!done[$1]++) {
			count = split(found[$4], list, " ")
			for (at = 1; at <= count; at++) print $1, list[at], "#", $4
		}
		next
	}
	{ print }
' ${folder}/thiqa-names.hosts "$rules" >"$rules.new"
# What is applied may be older than what was found: the rules are copied again with every new choice.
if cmp -s "$rules.new" "$rules"; then rm -f "$rules.new"; exit 0; fi
chmod 644 "$rules.new"
mv "$rules.new" "$rules"
\${THIQA_RESTART:-systemctl restart dnscrypt-proxy}
`

const toListLines = ({ lists }: DnsFilter): string[] =>
	lists
		.filter(({ urls }) => urls.domains)
		.map(
			({ name, licence, urls }) => `# ${toPlainLine(name)} (${toPlainLine(licence)}): ${urls.domains ?? ''}`,
		)

/** Files for dnscrypt-proxy 2.1; none when the resolver has no address or does not answer over HTTPS. */
export const toDnscryptProxyFiles = (filter: DnsFilter, place: DnsPlace = {}): ConfigFile[] => {
	const { resolver, blocked, allowed, empty } = checkDnsFilter(filter)
	if (!resolver.doh || resolver.ipv4.length + resolver.ipv6.length === 0) return []
	const file = (name: string, lines: readonly string[]): ConfigFile => ({
		name,
		type: 'text/plain',
		text: `${lines.join('\n')}\n`,
		purpose: 'use',
	})
	const folder = place.folder ?? '/etc/dnscrypt-proxy'
	return [
		{
			name: 'dnscrypt-proxy.toml',
			type: 'application/toml',
			text: toConfiguration(filter, resolver.doh, place),
			purpose: 'use',
		},
		file('thiqa-cloaking.txt', [
			'# Safe search: the name is answered with the address of its safe name.',
			...toCloakingLines(filter),
		]),
		file('thiqa-blocked.txt', [
			'# Refused, with everything below.',
			...blocked,
			...empty,
			'# Block lists of others, by choice: their names go into a file of your own, which replaces none of these.',
			...toListLines(filter),
		]),
		file('thiqa-allowed.txt', [
			'# Left alone, with everything below; this file wins over the others.',
			...allowed,
		]),
		{
			name: 'thiqa-dnscrypt-proxy-undo.sh',
			type: 'application/x-sh',
			text: toUndo(folder),
			purpose: 'undo',
		},
		{
			name: 'thiqa-dnscrypt-proxy-apply.sh',
			type: 'application/x-sh',
			text: toApply(folder),
			purpose: 'refresh',
		},
	]
}
