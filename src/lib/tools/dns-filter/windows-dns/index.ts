/**
 * Windows 11: addresses of a resolver on every adapter, asked over HTTPS.
 * https://learn.microsoft.com/powershell/module/dnsclient/add-dnsclientdohserveraddress
 */
export { toNetshFiles, toPowerShellFiles } from './windows-dns.ts'
