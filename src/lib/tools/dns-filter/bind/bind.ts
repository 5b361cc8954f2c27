import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

const toForwarders = ({ resolver }: DnsFilter): string => {
	const addresses = [...resolver.ipv4, ...resolver.ipv6].map((address) => `${address};`).join(' ')
	return resolver.dot
		? `\tforwarders port ${resolver.tlsPort ?? 853} tls thiqa-resolver { ${addresses} };`
		: `\tforwarders port ${resolver.port ?? 53} { ${addresses} };`
}

const toTls = ({ resolver: { dot } }: DnsFilter, certificates: string): string[] =>
	dot ? ['tls thiqa-resolver {', `\tca-file "${certificates}";`, `\tremote-hostname "${dot}";`, '};', ''] : []

const toListLines = ({ lists }: DnsFilter, folder: string): string[] => {
	const known = lists.filter(({ urls }) => urls.rpz)
	if (known.length === 0) return []
	const lines = known.flatMap(({ id, name, licence, urls }) => [
		`// ${toPlainLine(name)} (${toPlainLine(licence)}), as zone list-${toPlainLine(id)}.rpz:`,
		`//   curl -fsSo ${folder}/list-${toPlainLine(id)}.rpz ${urls.rpz ?? ''}`,
	])
	return [
		'',
		'// Block lists of others, by choice: fetch one, give it a zone, name that after thiqa.rpz in response-policy.',
		...lines,
	]
}

const toUndo = (folder: string): string => `#!/bin/sh
# Takes the filter off: puts the earlier options back, removes the zone, restarts named. Run as administrator.
set -eu
options=/etc/bind/named.conf.options
[ -f "$options.before-thiqa" ] && mv "$options.before-thiqa" "$options"
rm -f ${folder}/thiqa.rpz
systemctl restart named
`

/** Files for BIND 9.20 or newer, the first that asks over TLS; none when the resolver has no addresses. */
export const toBindFiles = (filter: DnsFilter, place: DnsPlace = {}): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	if (resolver.ipv4.length + resolver.ipv6.length === 0) return []
	const folder = place.folder ?? '/etc/bind'
	const lines = [
		'// Family filter for BIND 9.20 or newer. Keep what was there before, then put both files into /etc/bind/:',
		'//   mv /etc/bind/named.conf.options /etc/bind/named.conf.options.before-thiqa',
		...toTls(filter, place.certificates ?? '/etc/ssl/certs/ca-certificates.crt'),
		'options {',
		`\tdirectory "${place.folder ?? '/var/cache/bind'}";`,
		...(place.address
			? [`\tlisten-on port ${place.port ?? 53} { ${place.address}; };`, '\tlisten-on-v6 { none; };']
			: []),
		...(place.folder ? ['\tpid-file none;', '\tsession-keyfile none;'] : []),
		'\trecursion yes;',
		'\tallow-query { localhost; localnets; };',
		`\t// Everything else is asked of ${toPlainLine(resolver.name)}, which checks signatures itself.`,
		'\tforward only;',
		toForwarders(filter),
		'\tdnssec-validation no;',
		'\tresponse-policy { zone "thiqa.rpz"; } break-dnssec yes qname-wait-recurse no;',
		'};',
		'',
		'zone "thiqa.rpz" {',
		'\ttype primary;',
		`\tfile "${folder}/thiqa.rpz";`,
		'\tallow-query { none; };',
		'};',
		...toListLines(filter, folder),
	]
	return [
		{ name: 'named.conf.options', type: 'text/plain', text: `${lines.join('\n')}\n`, purpose: 'use' },
		{ name: 'thiqa-bind-undo.sh', type: 'application/x-sh', text: toUndo(folder), purpose: 'undo' },
	]
}
