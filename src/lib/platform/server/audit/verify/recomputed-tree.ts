import { appendLeaves, countStoredHashes, hashLeaf, type Hash } from '#tools/seal/merkle-log'

/** Builds a tree anew, leaf by leaf, holding no more hashes than the next leaf needs. */
export const makeRecomputedTree = () => {
	let size = 0
	let known = new Map<number, Hash>()
	return {
		/** Appends commitments; answers the tree that then stands and the hashes that came with them. */
		append: async (commitments: readonly Uint8Array[]): ReturnType<typeof appendLeaves> => {
			const kept = new Map<number, Hash>()
			const read = async (positions: readonly number[]): Promise<Hash[]> =>
				positions.flatMap((position) => {
					const hash = known.get(position)
					if (hash) kept.set(position, hash)
					return hash ?? []
				})
			const tree = await appendLeaves(size, commitments.map(hashLeaf), read)
			tree.hashes.forEach((hash, at) => kept.set(tree.firstIndex + at, hash))
			known = kept
			size = tree.size
			return tree
		},
	}
}

/** The leaf with which the hash at a position was stored. */
export const findLeafOfHash = (position: number): number => {
	let [low, high] = [0, position + 1]
	while (low + 1 < high) {
		const middle = Math.floor((low + high) / 2)
		if (countStoredHashes(middle) <= position) low = middle
		else high = middle
	}
	return low
}
