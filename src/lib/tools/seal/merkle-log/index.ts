/**
 * A record that can only grow: Merkle tree hashes, and proofs that an entry stands in the record and that an older record
 * is the beginning of a newer one (RFC 6962 section 2.1, https://www.rfc-editor.org/rfc/rfc6962). Hashes are stored in the
 * order of Go's `tlog`, so that its programs can read the same store.
 */
export { appendLeaves } from './append-leaves.ts'
export { hashLeaf, type Hash } from './hash.ts'
export { getRoot, proveConsistency, proveInclusion } from './prove.ts'
export { countStoredHashes, toStoredIndex } from './stored-index.ts'
export type { ReadHashes } from './stored-range.ts'
export { verifyConsistency, verifyInclusion } from './verify.ts'
