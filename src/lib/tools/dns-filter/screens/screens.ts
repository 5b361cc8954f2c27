import { checkDnsFilter, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

/** The two addresses that the network settings of a television or a console have room for. */
export type ScreenAddresses = { primary: string; secondary?: string; ipv6: readonly string[] }

/** Addresses to type; none where the resolver answers only encrypted questions, which screens cannot ask. */
export const findScreenAddresses = (filter: DnsFilter): ScreenAddresses | undefined => {
	const { ipv4, ipv6, port } = checkDnsFilter(filter).resolver
	const [primary, secondary] = ipv4
	if (primary === undefined || (port !== undefined && port !== 53)) return undefined
	return { primary, ...(secondary !== undefined && { secondary }), ipv6: ipv6.slice(0, 2) }
}

/** The addresses alone, one a line, to carry to the screen. "Automatic" in the same place is the undo. */
export const toScreenFiles = (filter: DnsFilter): ConfigFile[] => {
	const found = findScreenAddresses(filter)
	if (!found) return []
	const lines = [found.primary, found.secondary, ...found.ipv6].filter((line) => line !== undefined)
	return [{ name: 'dns-addresses.txt', type: 'text/plain', text: `${lines.join('\n')}\n`, purpose: 'use' }]
}
