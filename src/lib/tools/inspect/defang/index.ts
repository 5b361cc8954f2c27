/**
 * Addresses that nobody opens by mistake: inert text and back (`hxxps://example[.]org`), text without invisible characters, and
 * one spelling of an address to find reports of the same place by (URL Standard, https://url.spec.whatwg.org/).
 */
export { toCanonicalAddress } from './canonical-address.ts'
export { defang, defangText, refang } from './defang.ts'
export { stripInvisible } from './strip-invisible.ts'
