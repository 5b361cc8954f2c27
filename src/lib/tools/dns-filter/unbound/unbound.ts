import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

const toForwardLines = ({ resolver }: DnsFilter): string[] => {
	const addresses = [...resolver.ipv4, ...resolver.ipv6]
	const { dot } = resolver
	return [
		'forward-zone:',
		'\tname: "."',
		...(dot ? ['\tforward-tls-upstream: yes'] : []),
		...addresses.map((address) =>
			dot
				? `\tforward-addr: ${address}@${resolver.tlsPort ?? 853}#${dot}`
				: `\tforward-addr: ${address}@${resolver.port ?? 53}`,
		),
	]
}

const toListLines = ({ lists }: DnsFilter, folder: string): string[] => {
	const known = lists.filter(({ urls }) => urls.rpz)
	if (known.length === 0) return []
	const lines = known.map(({ id, name, licence, urls }) => [
		`# ${toPlainLine(name)} (${toPlainLine(licence)}):`,
		'# rpz:',
		`#\tname: "list-${toPlainLine(id)}.rpz"`,
		`#\turl: "${urls.rpz ?? ''}"`,
		`#\tzonefile: "${folder}/list-${toPlainLine(id)}.rpz"`,
	])
	return [
		'',
		'# Block lists of others, by choice, below the filter; each keeps its own file and licence.',
		...lines.flat(),
	]
}

const toUndo = (folder: string): string => `#!/bin/sh
# Takes the filter off: removes its files and restarts Unbound. Run as administrator.
set -eu
rm -f /etc/unbound/unbound.conf.d/thiqa-unbound.conf ${folder}/thiqa.rpz
systemctl restart unbound
`

/**
 * The part of the configuration that loads `thiqa.rpz` and asks the resolver; none when the resolver has no addresses.
 * Rewrites and refusals share one zone without an override: `rpz-action-override: nxdomain` would turn safe search off.
 */
export const toUnboundFiles = (filter: DnsFilter, place: DnsPlace = {}): ConfigFile[] => {
	const { resolver, empty } = checkDnsFilter(filter)
	if (resolver.ipv4.length + resolver.ipv6.length === 0) return []
	const folder = place.folder ?? '/etc/unbound'
	const lines = [
		'# Family filter for Unbound. Put this file into /etc/unbound/unbound.conf.d/ and thiqa.rpz into /etc/unbound/.',
		'server:',
		'\tmodule-config: "respip validator iterator"',
		`\ttls-cert-bundle: "${place.certificates ?? '/etc/ssl/certs/ca-certificates.crt'}"`,
		...(place.address ? [`\tinterface: ${place.address}`, `\tport: ${place.port ?? 53}`] : []),
		// Unbound knows some of these names itself and would say that they do not exist.
		...empty.map((name) => `\tlocal-zone: "${name}." always_nodata`),
		'',
		'rpz:',
		'\tname: "thiqa.rpz"',
		`\tzonefile: "${folder}/thiqa.rpz"`,
		'',
		`# Everything else is asked of ${toPlainLine(resolver.name)}.`,
		...toForwardLines(filter),
		...toListLines(filter, folder),
	]
	return [
		{ name: 'thiqa-unbound.conf', type: 'text/plain', text: `${lines.join('\n')}\n`, purpose: 'use' },
		{ name: 'thiqa-unbound-undo.sh', type: 'application/x-sh', text: toUndo(folder), purpose: 'undo' },
	]
}
