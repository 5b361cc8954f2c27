/**
 * dnscrypt-proxy 2: asks its resolver over HTTPS, named by a stamp (https://dnscrypt.info/stamps-specifications), with
 * lists of names to rewrite, refuse and leave alone (https://github.com/DNSCrypt/dnscrypt-proxy/wiki).
 */
export { toDnscryptProxyFiles, toDohStamp } from './dnscrypt-proxy.ts'
