/**
 * Whom to tell: asks registries of names and addresses for the contact for abuse and the country, by RDAP
 * (https://www.rfc-editor.org/rfc/rfc9082, 9083 and 9224). The network is a function that the caller gives.
 */
export { listRegistryHosts, parseBootstrap, type Bootstrap, type RdapTarget } from './bootstrap.ts'
export { listHostingCandidates } from './hosting-country.ts'
export { lookUpContact, type RdapFetch, type RdapFinding } from './look-up.ts'
