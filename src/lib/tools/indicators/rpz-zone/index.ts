/**
 * A zone of names that resolvers block: a response policy zone that grows by serials, whole and as the change between two of them
 * (https://datatracker.ietf.org/doc/draft-vixie-dnsop-dns-rpz/, RFC 1982 serials, RFC 2136 updates).
 */
export { toDnsmasqLines } from './dnsmasq-lines.ts'
export { addToSerial, isLaterSerial, toSerial } from './serial.ts'
export { toZoneRules, type ListedNames, type ZoneRules } from './zone-rules.ts'
export { toUpdateText } from './zone-update.ts'
export { toZoneText, type ZoneFrame } from './zone-text.ts'
