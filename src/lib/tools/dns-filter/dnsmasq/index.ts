/**
 * A filter for dnsmasq, the small name server of routers and Linux machines
 * (https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html).
 */
export { toDnsmasqFiles } from './dnsmasq.ts'
