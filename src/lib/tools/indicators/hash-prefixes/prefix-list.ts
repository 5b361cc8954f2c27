import { sha256 } from '@noble/hashes/sha2.js'

/** First four bytes of digests, each as a number whose highest byte comes first: ascending, each once. */
export type PrefixList = Uint32Array

/** Bytes of a prefix. */
export const prefixSize = 4

/** The first four bytes of a digest as a number. */
export const getPrefix = (digest: Uint8Array): number =>
	new DataView(digest.buffer, digest.byteOffset, digest.byteLength).getUint32(0)

const toList = (prefixes: Uint32Array): PrefixList =>
	prefixes.sort().filter((prefix, at, sorted) => at === 0 || sorted[at - 1] !== prefix)

/** Prefixes of nothing, the same for the same seed: whoever has the list cannot say that an entry stands for something. */
export const makeNoise = (seed: Uint8Array, count: number): Uint32Array => {
	const noise = new Uint32Array(count)
	for (let at = 0; at < count; at++) {
		const input = new Uint8Array(seed.length + prefixSize)
		input.set(seed)
		new DataView(input.buffer).setUint32(seed.length, at)
		noise[at] = getPrefix(sha256(input))
	}
	return noise
}

/** The list of some digests with noise among them. */
export const toPrefixList = (
	digests: Iterable<Uint8Array>,
	noise: Uint32Array = new Uint32Array(),
): PrefixList => {
	const prefixes = Array.from(digests, getPrefix)
	const all = new Uint32Array(prefixes.length + noise.length)
	all.set(prefixes)
	all.set(noise, prefixes.length)
	return toList(all)
}

/** True when a prefix is in the list: 18 comparisons in 200,000. */
export const hasPrefix = (list: PrefixList, prefix: number): boolean => {
	let [low, high] = [0, list.length]
	while (low < high) {
		const middle = (low + high) >>> 1
		if ((list[middle] ?? 0) < prefix) low = middle + 1
		else high = middle
	}
	return list[low] === prefix
}

/** All prefixes one after the other. */
export const toBytes = (list: PrefixList): Uint8Array => {
	const bytes = new Uint8Array(list.length * prefixSize)
	const view = new DataView(bytes.buffer)
	for (const [at, prefix] of list.entries()) view.setUint32(at * prefixSize, prefix)
	return bytes
}

/** SHA-256 of the whole list, by which a client knows that it has it right. */
export const getChecksum = (list: PrefixList): Uint8Array => sha256(toBytes(list))

/** Prefixes that only the second list has, and places in the first of those that only it has; both ascending. */
export const findDifference = (
	before: PrefixList,
	after: PrefixList,
): { added: PrefixList; removed: number[] } => ({
	added: after.filter((prefix) => !hasPrefix(before, prefix)),
	removed: [...before.keys()].filter((place) => !hasPrefix(after, before[place] ?? 0)),
})
