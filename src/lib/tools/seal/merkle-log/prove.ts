import { emptyRoot, type Hash } from './hash.ts'
import { toConsistencyPath, toInclusionPath } from './proof-path.ts'
import { readRoots, type ReadHashes } from './stored-range.ts'

const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0

/** The root of the first `size` leaves. One read of at most log2(size) + 1 hashes. Throws for no size. */
export const getRoot = async (size: number, read: ReadHashes): Promise<Hash> => {
	if (!isSize(size)) throw new RangeError('getting a root: wanted a number of leaves')
	const [root] = await readRoots([[0, size]], read)
	return root ?? emptyRoot()
}

/**
 * The audit path (RFC 6962, 2.1.1) by which leaf `index`, counted from 0, stands in the tree of the first `size` leaves.
 * One read of at most 2 log2(size) hashes. Throws when there is no such leaf.
 */
export const proveInclusion = async (index: number, size: number, read: ReadHashes): Promise<Hash[]> => {
	if (!isSize(size) || !isSize(index) || index >= size)
		throw new RangeError('proving an entry: wanted an index below the number of leaves')
	return readRoots(toInclusionPath(index, [0, size]), read)
}

/**
 * The consistency proof (RFC 6962, 2.1.2) that the first `olderSize` leaves are the beginning of the first `size`.
 * Empty when the sizes are equal or the older tree had no leaf. One read of at most 2 log2(size) hashes.
 * Throws when the older tree is the larger one.
 */
export const proveConsistency = async (
	olderSize: number,
	size: number,
	read: ReadHashes,
): Promise<Hash[]> => {
	if (!isSize(size) || !isSize(olderSize) || olderSize > size)
		throw new RangeError('proving a growth: wanted an older size that is not above the newer one')
	return olderSize === 0 ? [] : readRoots(toConsistencyPath(olderSize, [0, size]), read)
}
