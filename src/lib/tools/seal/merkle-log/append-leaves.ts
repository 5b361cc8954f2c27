import { hashNode, joinSubtrees, type Hash } from './hash.ts'
import { countStoredHashes } from './stored-index.ts'
import { readStored, toSubtrees, type ReadHashes } from './stored-range.ts'

/** Hashes to store after an append, and the tree that then stands. */
export type Appended = {
	/** Leaves of the tree, the new ones included. */
	size: number
	root: Hash
	/** To be stored in this order, the first at `firstIndex`. */
	hashes: Hash[]
	firstIndex: number
}

/**
 * Appends leaves to a tree of `size` leaves. Reads at most log2(size) hashes, in one call, however many leaves come; gives
 * fewer than two hashes a leaf plus log2(size).
 *
 * The caller stores `hashes` together with its own entries, in one transaction: a tree of which a part is stored is broken.
 *
 * @param leaves - `hashLeaf()` of each entry
 */
export const appendLeaves = async (
	size: number,
	leaves: readonly Hash[],
	read: ReadHashes,
): Promise<Appended> => {
	if (!Number.isSafeInteger(size) || size < 0)
		throw new RangeError('appending leaves: wanted the present number of leaves')
	const places = toSubtrees([0, size])
	const stored = await readStored(places, read)
	// The complete subtrees of the tree as it stands, largest first; two of one size become one.
	const subtrees = stored.map((hash, at) => ({ level: places[at]?.level ?? 0, hash }))
	const hashes: Hash[] = []
	for (const leaf of leaves) {
		let top = { level: 0, hash: leaf }
		hashes.push(leaf)
		for (let left = subtrees.at(-1); left?.level === top.level; left = subtrees.at(-1)) {
			subtrees.pop()
			top = { level: top.level + 1, hash: hashNode(left.hash, top.hash) }
			hashes.push(top.hash)
		}
		subtrees.push(top)
	}
	return {
		size: size + leaves.length,
		root: joinSubtrees(subtrees.map(({ hash }) => hash)),
		hashes,
		firstIndex: countStoredHashes(size),
	}
}
