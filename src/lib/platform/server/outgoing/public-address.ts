/**
 * Tells addresses of the public internet from all others. Ranges: the special-purpose registries of IANA
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, .../iana-ipv6-special-registry), multicast, and all that is reserved.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Not of the public internet: this network, private, shared by carriers, loopback, link-local, for protocols, documents, measuring, relays, multicast, reserved. */
const notPublic4: readonly (readonly [network: string, bits: number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
]

/** All that is given out of IPv6 stands here; what carries an IPv4 address elsewhere (mapped, NAT64) does not. */
const unicast6 = ['2000::', 3] as const
/** Within it: protocols and tunnels (Teredo, ORCHID, measuring), documents, 6to4. */
const notPublic6: readonly (readonly [network: string, bits: number])[] = [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
]

const [blocked4, given6, blocked6, loopback] = [
	new BlockList(),
	new BlockList(),
	new BlockList(),
	new BlockList(),
]
for (const [network, bits] of notPublic4) blocked4.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of notPublic6) blocked6.addSubnet(network, bits, 'ipv6')
given6.addSubnet(...unicast6, 'ipv6')
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** True for an IPv4 or IPv6 address, as text without brackets or zone, that belongs to the public internet; false for anything else. */
export const isPublicAddress = (address: string): boolean => {
	if (isIPv4(address)) return !blocked4.check(address, 'ipv4')
	if (!isIPv6(address) || address.includes('%')) return false
	return given6.check(address, 'ipv6') && !blocked6.check(address, 'ipv6')
}

/** True for 127.0.0.0/8 and ::1, and for no other way to write them. */
export const isLoopbackAddress = (address: string): boolean => {
	if (isIPv4(address)) return loopback.check(address, 'ipv4')
	return (
		isIPv6(address) && !address.includes('%') && !address.includes('.') && loopback.check(address, 'ipv6')
	)
}
