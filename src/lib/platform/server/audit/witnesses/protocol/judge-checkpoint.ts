import { sha256 } from '@noble/hashes/sha2.js'
import { verifyConsistency } from '#tools/seal/merkle-log'
import { formatNote, openNote, parseCheckpoint, parseNote, type NoteKey } from '#tools/seal/signed-note'
import type { AddCheckpoint } from './add-checkpoint.ts'

/** The tree that a witness has signed last. */
export type SeenTree = {
	size: number
	/** 32 bytes. */
	root: Uint8Array
}

/**
 * Answer of a witness, by the status that the specification gives it. 200: to be kept, and then signed. 409: `size` is what it has signed
 * last. `isFork`: the record itself has signed two trees that exclude each other; both are proof of it.
 */
export type WitnessVerdict =
	| {
			status: 200
			origin: string
			text: string
			/** The note with the signature of the record alone. */
			note: string
			size: number
	  }
	| { status: 409; size: number }
	| { status: 400 | 403 | 404 | 422; reason: string; isFork?: true }

/** Knowledge of a witness. */
type Known = {
	/** Keys of a record, by its origin; none for a record that it does not witness. */
	findKeys: (origin: string) => readonly NoteKey[]
	/** The tree that it has signed last; `undefined`: none. */
	findSeen: (origin: string) => SeenTree | undefined
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
	one.length === other.length && one.every((byte, at) => byte === other[at])

/**
 * Decides as the specification orders it. The caller keeps the new tree, and only then signs and answers; **between this look and that no
 * other request for the same record may be judged**.
 */
export const judgeCheckpoint = async (
	{ oldSize, proof, checkpoint }: AddCheckpoint,
	{ findKeys, findSeen }: Known,
): Promise<WitnessVerdict> => {
	const parsed = parseNote(checkpoint)
	const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
	if (!parsed.ok || !head.ok) return { status: 400, reason: 'wanted a signed checkpoint' }
	const { origin, size, root } = head.value
	const keys = findKeys(origin)
	if (keys.length === 0) return { status: 404, reason: 'this record is not witnessed here' }
	const opened = await openNote(checkpoint, keys)
	if (!opened.ok) return { status: 403, reason: 'no good signature of a key that is known for this record' }
	if (oldSize > size)
		return { status: 400, reason: 'wanted an old size that is not above that of the checkpoint' }
	const seen = findSeen(origin) ?? { size: 0, root: sha256(new Uint8Array()) }
	if (oldSize !== seen.size) return { status: 409, size: seen.size }
	if (!verifyConsistency(proof, { olderSize: seen.size, olderRoot: seen.root, size, root })) {
		const isFork = size === seen.size && !isSame(root, seen.root)
		const reason = isFork
			? 'another tree of this size was signed before'
			: 'the proof does not lead from the tree that was signed last to this one'
		return { status: 422, reason, ...(isFork ? { isFork } : {}) }
	}
	const { text, signatures } = parsed.value
	const own = signatures.filter((line) => keys.some(({ name, id }) => name === line.name && id === line.id))
	return { status: 200, origin, text, size, note: formatNote({ text, signatures: own }) }
}
