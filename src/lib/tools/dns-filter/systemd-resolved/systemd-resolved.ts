import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

const toServer = ({ dot, port, tlsPort }: DnsFilter['resolver'], address: string): string => {
	const at = dot ? tlsPort : port
	const ip = at && address.includes(':') ? `[${address}]` : address
	return `${ip}${at ? `:${at}` : ''}${dot ? `#${dot}` : ''}`
}

const undo = `#!/bin/sh
# Takes the filter off. Run as administrator.
set -eu
rm -f /etc/systemd/resolved.conf.d/thiqa-resolved.conf
systemctl restart systemd-resolved
`

/**
 * A drop-in for systemd-resolved; none when the resolver has no addresses. It can neither rewrite nor refuse names: what
 * is refused is what the resolver refuses.
 */
export const toSystemdResolvedFiles = (filter: DnsFilter, place: DnsPlace = {}): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	const addresses = [...resolver.ipv4, ...resolver.ipv6]
	if (addresses.length === 0) return []
	const lines = [
		'# Put this file into /etc/systemd/resolved.conf.d/ and run: systemctl restart systemd-resolved',
		`# Every name is asked of ${toPlainLine(resolver.name)}, and of nobody else. systemd-resolved cannot turn on safe`,
		'# search and cannot refuse names by itself: only what the resolver refuses is refused.',
		'[Resolve]',
		`DNS=${addresses.map((address) => toServer(resolver, address)).join(' ')}`,
		'FallbackDNS=',
		'Domains=~.',
		`DNSOverTLS=${resolver.dot ? 'yes' : 'no'}`,
		'# What a filtering resolver refuses is not signed; it checks signatures itself.',
		'DNSSEC=no',
		...(place.address
			? ['DNSStubListener=no', `DNSStubListenerExtra=${place.address}:${place.port ?? 53}`]
			: []),
		'',
	]
	return [
		{ name: 'thiqa-resolved.conf', type: 'text/plain', text: lines.join('\n'), purpose: 'use' },
		{ name: 'thiqa-resolved-undo.sh', type: 'application/x-sh', text: undo, purpose: 'undo' },
	]
}
