/**
 * Addresses of safe names that publish none: a small POSIX script (https://pubs.opengroup.org/onlinepubs/9799919799/)
 * that asks the resolver and writes a hosts file.
 */
export { toRefreshFiles, type RefreshPlace } from './safe-addresses.ts'
