import { hashLength, joinSubtrees, type Hash } from './hash.ts'
import { toStoredIndex } from './stored-index.ts'

/** Gives stored hashes, in the order asked; indexes are those of `toStoredIndex`. Rejects when one is missing. */
export type ReadHashes = (indexes: readonly number[]) => Promise<readonly Hash[]>

/** Leaves `from` (included) to `to` (not included), a part of the tree that RFC 6962 gives a root of its own. */
export type Range = readonly [from: number, to: number]

/** The complete subtrees that make up a range, largest first: as many as its length has ones in binary. */
export const toSubtrees = ([from, to]: Range): { level: number; at: number }[] => {
	const subtrees: { level: number; at: number }[] = []
	let rest = to - from
	for (let level = Math.floor(Math.log2(Math.max(1, rest))) + 1; level >= 0; level--) {
		const size = 2 ** level
		if (rest < size) continue
		subtrees.push({ level, at: (to - rest) / size })
		rest -= size
	}
	return subtrees
}

/** The hashes at these places, in one read. Throws when the store gives another number of hashes, or of another length. */
export const readStored = async (
	places: readonly { level: number; at: number }[],
	read: ReadHashes,
): Promise<readonly Hash[]> => {
	if (places.length === 0) return []
	const hashes = await read(places.map(({ level, at }) => toStoredIndex(level, at)))
	if (hashes.length !== places.length || hashes.some(({ length }) => length !== hashLength))
		throw new Error(
			`reading hashes: the store gave other than ${places.length} hashes of ${hashLength} bytes`,
		)
	return hashes
}

/** The roots of ranges, with one read for all of them. */
export const readRoots = async (ranges: readonly Range[], read: ReadHashes): Promise<Hash[]> => {
	const parts = ranges.map(toSubtrees)
	const hashes = await readStored(parts.flat(), read)
	let next = 0
	return parts.map((part) => joinSubtrees(hashes.slice(next, (next += part.length))))
}
