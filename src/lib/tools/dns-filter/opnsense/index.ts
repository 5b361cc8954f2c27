/**
 * Firewalls with OPNsense or pfSense, whose name server is Unbound: names as files, the resolver as a text to type from.
 * https://docs.opnsense.org/manual/unbound.html · https://docs.netgate.com/pfsense/en/latest/services/dns/resolver-advanced.html
 */
export { toOpnsenseFiles, toPfsenseFiles } from './opnsense.ts'
