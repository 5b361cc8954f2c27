/**
 * Lists of blocked addresses of which a client learns only the first four bytes of their digests, and the server none that is opened: the
 * Update API of Safe Browsing, version 4 (https://developers.google.com/safe-browsing/v4/update-api).
 */
export { findFullHashes, toFullHashes, type FoundHashes, type FullHashes } from './full-hashes.ts'
export { toListUpdate, type ListName, type ListUpdate } from './list-update.ts'
export { getPrefix, hasPrefix, makeNoise, toPrefixList, type PrefixList } from './prefix-list.ts'
