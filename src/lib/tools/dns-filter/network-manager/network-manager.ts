import { checkDnsFilter, toPlainLine, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

/** The rules of dnsmasq, beside the drop-in: a name of their own, because they differ from those of a server. */
export const rulesName = 'thiqa-network-manager-dnsmasq.conf'

const undo = `#!/bin/sh
# Takes the filter off: removes its files and restarts NetworkManager. Run as administrator.
set -eu
rm -f /etc/NetworkManager/conf.d/thiqa-network-manager.conf /etc/NetworkManager/dnsmasq.d/${rulesName}
rm -f /etc/thiqa/thiqa-names.hosts
systemctl restart NetworkManager
`

/** The drop-in that turns dnsmasq on; none when the resolver has no plain addresses, for dnsmasq asks no other way. */
export const toNetworkManagerFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	const servers = [...resolver.ipv4, ...resolver.ipv6]
	if (servers.length === 0) return []
	const text = [
		`# Put this file into /etc/NetworkManager/conf.d/, ${rulesName} into /etc/NetworkManager/dnsmasq.d/, and run:`,
		'#   systemctl restart NetworkManager',
		'# Needs dnsmasq: apt install dnsmasq-base',
		'[main]',
		'dns=dnsmasq',
		'',
		`# Every connection asks ${toPlainLine(resolver.name)}, not what the box or the café offers.`,
		'[global-dns-domain-*]',
		`servers=${servers.join(',')}`,
		'',
	].join('\n')
	return [
		{ name: 'thiqa-network-manager.conf', type: 'text/plain', text, purpose: 'use' },
		{ name: 'thiqa-network-manager-undo.sh', type: 'application/x-sh', text: undo, purpose: 'undo' },
	]
}
