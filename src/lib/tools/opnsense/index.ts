/**
 * Firewalls with OPNsense or pfSense, whose name server is Unbound: names as files, the resolver as fields to type.
 * https://docs.opnsense.org/manual/unbound.html · https://docs.netgate.com/pfsense/en/latest/services/dns/resolver-advanced.html
 */
export { toOpnsenseFiles, toPfsenseFiles, toResolverFields } from './opnsense.ts'
