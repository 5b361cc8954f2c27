/** The proxy Squid 6, for a school: names to refuse, safe search also inside tunnels. http://www.squid-cache.org/Doc/config/ */
export { toSquidFiles } from './squid.ts'
