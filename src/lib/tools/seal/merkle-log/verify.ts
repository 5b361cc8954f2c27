import { emptyRoot, hashLength, hashNode, isSameHash, type Hash } from './hash.ts'
import { toLeftSize } from './stored-index.ts'

/** No tree of 2^53 leaves has a longer way to its root. */
const longestProof = 64

const isProof = (proof: readonly Hash[]): boolean =>
	proof.length <= longestProof && proof.every(({ length }) => length === hashLength)

/** The root that a proof claims; `undefined` when the proof has another length than the tree asks for. */
const followInclusion = (
	proof: readonly Hash[],
	{ index, size, leaf }: { index: number; size: number; leaf: Hash },
): Hash | undefined => {
	const beside = proof.at(-1)
	if (size === 1) return beside === undefined ? leaf : undefined
	if (beside === undefined) return undefined
	const left = toLeftSize(size)
	const below = proof.slice(0, -1)
	if (index < left) {
		const hash = followInclusion(below, { index, size: left, leaf })
		return hash && hashNode(hash, beside)
	}
	const hash = followInclusion(below, { index: index - left, size: size - left, leaf })
	return hash && hashNode(beside, hash)
}

/**
 * True when `proof` shows that `leaf` is leaf `index` of the tree with `size` leaves and this root. Never throws:
 * whatever has another form is false.
 */
export const verifyInclusion = (
	proof: readonly Hash[],
	{ index, size, leaf, root }: { index: number; size: number; leaf: Hash; root: Hash },
): boolean => {
	if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false
	if (!isProof(proof) || leaf.length !== hashLength) return false
	const claimed = followInclusion(proof, { index, size, leaf })
	return claimed !== undefined && isSameHash(claimed, root)
}

type Pair = { older: Hash; newer: Hash }

/** Both roots that a proof claims; `isFirst` while the subtree begins with the first leaf of the tree. */
const followConsistency = (
	proof: readonly Hash[],
	{
		olderSize,
		size,
		olderRoot,
		isFirst,
	}: { olderSize: number; size: number; olderRoot: Hash; isFirst: boolean },
): Pair | undefined => {
	const beside = proof.at(-1)
	if (olderSize === size) {
		if (isFirst) return beside === undefined ? { older: olderRoot, newer: olderRoot } : undefined
		return beside !== undefined && proof.length === 1 ? { older: beside, newer: beside } : undefined
	}
	if (beside === undefined) return undefined
	const left = toLeftSize(size)
	const below = proof.slice(0, -1)
	if (olderSize <= left) {
		const pair = followConsistency(below, { olderSize, size: left, olderRoot, isFirst })
		return pair && { older: pair.older, newer: hashNode(pair.newer, beside) }
	}
	const pair = followConsistency(below, {
		olderSize: olderSize - left,
		size: size - left,
		olderRoot,
		isFirst: false,
	})
	return pair && { older: hashNode(beside, pair.older), newer: hashNode(beside, pair.newer) }
}

/**
 * True when `proof` shows that the tree of `olderSize` leaves is the beginning of the tree of `size` leaves, so that
 * nothing was changed, taken out or put in between. Never throws: whatever has another form is false.
 */
export const verifyConsistency = (
	proof: readonly Hash[],
	{ olderSize, olderRoot, size, root }: { olderSize: number; olderRoot: Hash; size: number; root: Hash },
): boolean => {
	if (!Number.isSafeInteger(size) || !Number.isSafeInteger(olderSize)) return false
	if (olderSize < 0 || olderSize > size || !isProof(proof)) return false
	if (olderSize === 0)
		return (
			proof.length === 0 && isSameHash(olderRoot, emptyRoot()) && (size > 0 || isSameHash(root, olderRoot))
		)
	const pair = followConsistency(proof, { olderSize, size, olderRoot, isFirst: true })
	return pair !== undefined && isSameHash(pair.older, olderRoot) && isSameHash(pair.newer, root)
}
