import { hash } from 'node:crypto'
import { countStoredHashes, type Hash } from '#tools/seal/merkle-log'

/** Bytes of a hash. */
const length = 32

/** One buffer for each kind of input, with its prefix in place: a copy for each hash costs more than the hash. */
const [leafInput, nodeInput] = [Buffer.alloc(1 + length), Buffer.alloc(1 + 2 * length, 1)]

/** SHA-256 of the platform: four times as fast as that of the tool, which has to run on a phone. */
const digest = (input: Buffer): Hash => Buffer.from(hash('sha256', input, 'binary'), 'latin1')

/** RFC 6962, 2.1: a leaf. */
const hashLeaf = (commitment: Uint8Array): Hash => {
	if (commitment.length !== length) return digest(Buffer.concat([Buffer.of(0), commitment]))
	leafInput.set(commitment, 1)
	return digest(leafInput)
}

/** RFC 6962, 2.1: a node. */
const hashNode = (left: Hash, right: Hash): Hash => {
	nodeInput.set(left, 1)
	nodeInput.set(right, 1 + length)
	return digest(nodeInput)
}

/**
 * Builds a tree anew, leaf by leaf, holding no more hashes than the next leaf needs: a second hand than the one that has built it
 * (`appendLeaves()` of the tool), so that a fault of one is seen by the other.
 */
export const makeRecomputedTree = () => {
	let size = 0
	/** Complete subtrees, the largest first; no two of one size. */
	const subtrees: { level: number; hash: Hash }[] = []
	return {
		/** Appends commitments; answers the size that the tree then has, and the hashes that came with them, in the order of storing. */
		append: (commitments: readonly Uint8Array[]): { size: number; firstIndex: number; hashes: Hash[] } => {
			const firstIndex = countStoredHashes(size)
			const hashes: Hash[] = []
			for (const commitment of commitments) {
				let top = { level: 0, hash: hashLeaf(commitment) }
				hashes.push(top.hash)
				for (let left = subtrees.at(-1); left?.level === top.level; left = subtrees.at(-1)) {
					subtrees.pop()
					top = { level: top.level + 1, hash: hashNode(left.hash, top.hash) }
					hashes.push(top.hash)
				}
				subtrees.push(top)
				size += 1
			}
			return { size, firstIndex, hashes }
		},
		/** The root of the tree as it stands. */
		getRoot: (): Hash =>
			subtrees.length === 0
				? digest(Buffer.alloc(0))
				: subtrees.map((one) => one.hash).reduceRight((right, left) => hashNode(left, right)),
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
