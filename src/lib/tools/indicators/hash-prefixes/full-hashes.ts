import { toBase64 } from '#base'
import type { ListName } from './list-update.ts'
import { getPrefix } from './prefix-list.ts'

/** Full digests by their prefix. */
export type FullHashes = ReadonlyMap<number, readonly Uint8Array[]>

/** Seconds that a client may keep an answer. A withdrawn address is open again after as long. */
const cacheDuration = '300s'

export type FoundHashes = {
	matches: (ListName & { threat: { hash: string }; cacheDuration: string })[]
	negativeCacheDuration: string
}

/** Digests to be looked up by {@link findFullHashes}. */
export const toFullHashes = (digests: Iterable<Uint8Array>): FullHashes => {
	const byPrefix = new Map<number, Uint8Array[]>()
	for (const digest of digests) {
		const known = byPrefix.get(getPrefix(digest))
		if (known) known.push(digest)
		else byPrefix.set(getPrefix(digest), [digest])
	}
	return byPrefix
}

const beginsWith = (digest: Uint8Array, prefix: Uint8Array): boolean =>
	prefix.every((byte, at) => digest[at] === byte)

/** Digests that begin as the client's do (4 to 32 bytes each); the client compares, and the server learns no address. */
export const findFullHashes = (
	list: ListName,
	hashes: FullHashes,
	prefixes: readonly Uint8Array[],
): FoundHashes => ({
	matches: prefixes
		.filter(({ length }) => length >= 4 && length <= 32)
		.flatMap((prefix) => (hashes.get(getPrefix(prefix)) ?? []).filter((digest) => beginsWith(digest, prefix)))
		.map((digest) => ({ ...list, threat: { hash: toBase64(digest) }, cacheDuration })),
	negativeCacheDuration: cacheDuration,
})
