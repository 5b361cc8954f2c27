/**
 * Unbound with a response policy zone, asking its resolver over TLS
 * (https://unbound.docs.nlnetlabs.nl/en/latest/manpages/unbound.conf.html). The zone itself is made by `tools/rpz`.
 */
export { toUnboundFiles } from './unbound.ts'
