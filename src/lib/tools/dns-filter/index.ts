/**
 * The rules of a network for names, as one noun, with the checks that keep a label from becoming configuration. Each room below writes
 * it down in the language of one program.
 */
export type {
	ConfigFile,
	DnsAddresses,
	DnsFilter,
	DnsList,
	DnsPlace,
	DnsResolver,
	DnsRewrite,
} from './dns-filter.ts'
export { checkDnsFilter, isHostName, isIpAddress, toPlainLine } from './dns-filter-check.ts'
