/**
 * AdGuard Home: a configuration of schema 29, which every newer version takes over, and rules to paste.
 * https://github.com/AdguardTeam/AdGuardHome/wiki/Configuration · https://adguard-dns.io/kb/general/dns-filtering-syntax/
 */
export { toAdGuardHomeFiles, toAdGuardRulesFiles } from './adguard-home.ts'
