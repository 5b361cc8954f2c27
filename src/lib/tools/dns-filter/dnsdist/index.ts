/** dnsdist 1.9, the load balancer in front of name servers: rules first, then TLS to the resolver (https://dnsdist.org). */
export { toDnsdistFiles } from './dnsdist.ts'
