import { sha256 } from '@noble/hashes/sha2.js'

/** 32 bytes: SHA-256 of a leaf, of a node or of a whole tree. */
export type Hash = Uint8Array

/** Length of every {@link Hash}. */
export const hashLength = 32

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256(new Uint8Array())

/** SHA-256(0x00 || entry). The prefix keeps an entry from passing for a node. */
export const hashLeaf = (entry: Uint8Array): Hash => {
	const input = new Uint8Array(1 + entry.length)
	input.set(entry, 1)
	return sha256(input)
}

/** SHA-256(0x01 || left || right). */
export const hashNode = (left: Hash, right: Hash): Hash => {
	const input = new Uint8Array(1 + 2 * hashLength)
	input[0] = 1
	input.set(left, 1)
	input.set(right, 1 + hashLength)
	return sha256(input)
}

/** The root over neighbouring subtrees that grow smaller to the right: the smallest two are joined first. */
export const joinSubtrees = (roots: readonly Hash[]): Hash =>
	roots.length === 0 ? emptyRoot() : roots.reduceRight((right, left) => hashNode(left, right))

/** True when both hold the same bytes. Hashes of a public record: no secret is compared. */
export const isSameHash = (one: Hash, other: Hash): boolean =>
	one.length === other.length && one.every((byte, at) => byte === other[at])
