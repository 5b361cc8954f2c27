import { checkDnsFilter, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

/** The host name to type under "Private DNS" on Android 9 or newer; none where the resolver does not answer over TLS. */
export const findPrivateDnsName = (filter: DnsFilter): string | undefined => {
	const { dot, tlsPort } = checkDnsFilter(filter).resolver
	// Android asks on port 853 and has no place for another one.
	return tlsPort === undefined || tlsPort === 853 ? dot : undefined
}

/** The host name alone, as a file to carry. "Automatic" in the same place is the undo. */
export const toPrivateDnsFiles = (filter: DnsFilter): ConfigFile[] => {
	const name = findPrivateDnsName(filter)
	return name ? [{ name: 'private-dns.txt', type: 'text/plain', text: `${name}\n`, purpose: 'use' }] : []
}
