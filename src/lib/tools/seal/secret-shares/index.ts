/**
 * A secret cut into shares on paper, so that any three of five people together have it and two have nothing: Shamir's
 * scheme (https://dl.acm.org/doi/10.1145/359168.359176) by an audited library, each share as letters with a checksum
 * (bech32m, https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki) that a person can type.
 */
export { parseShare, toShareText } from './share-text.ts'
export { restoreSecret, splitSecret } from './secret-shares.ts'
