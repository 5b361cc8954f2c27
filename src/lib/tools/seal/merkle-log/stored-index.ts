/**
 * The order in which hashes are stored: each leaf, then at once every node that this leaf completes (Crosby and Wallach,
 * "Efficient Data Structures for Tamper-Evident Logging", 3.3; the same as Go's `tlog.StoredHashIndex`).
 *
 * Numbers stay below 2^53, so sums and halves are used instead of bit operators, which know 32 bits only.
 */

/** Number of hashes that a tree of `size` leaves has stored; less than twice as many. */
export const countStoredHashes = (size: number): number => {
	let count = 0
	for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest
	return count
}

/**
 * Index at which the `at`th hash of a level is stored, leaves being level 0.
 *
 * @example toStoredIndex(0, 1) // 1: the second leaf
 * @example toStoredIndex(1, 0) // 2: the node over the first two
 */
export const toStoredIndex = (level: number, at: number): number => {
	// A node is stored right after its right child: go down to the last leaf that it covers.
	const lastLeaf = (at + 1) * 2 ** level - 1
	return countStoredHashes(lastLeaf) + level
}

/** The largest power of two that is smaller than `size`, where a tree of two leaves or more is cut (RFC 6962, 2.1). */
export const toLeftSize = (size: number): number => {
	let left = 1
	while (left * 2 < size) left *= 2
	return left
}
