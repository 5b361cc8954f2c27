/**
 * A response policy zone: rules in the form of a DNS zone, read by BIND, Unbound, Knot Resolver and PowerDNS
 * (https://datatracker.ietf.org/doc/draft-vixie-dnsop-dns-rpz/).
 */
export { toRpzFiles } from './rpz.ts'
