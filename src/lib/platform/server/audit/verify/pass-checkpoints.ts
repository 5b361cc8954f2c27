import type { Hash } from '#tools/seal/merkle-log'
import { openNote, type NoteKey } from '#tools/seal/signed-note'
import type { AuditQueries } from '../audit-tables.ts'
import { listCheckpointsBetween } from '../checkpoint-store.ts'
import type { KeptCheckpoint } from '../kept-checkpoint.ts'
import { findKeyUnderName } from '../key-under-name.ts'
import { verifyNatively } from './native-signature.ts'
import { openSeen } from './open-checkpoint.ts'

export type Signers = { key: NoteKey; witnesses: readonly NoteKey[] }

/** Checkpoints that lie outside the database: the copy that the product made of the last one, and the text of one that somebody kept. */
export type Outside = { kept?: KeptCheckpoint | undefined; seen?: string | undefined }

/** `called`: how a fault names one that lies outside the database; `published`: anybody may see it. */
type Passed = KeptCheckpoint & { called?: string; published?: boolean }

const isSame = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
	other !== undefined && Buffer.compare(one, other) === 0

/** Checks one checkpoint against the tree made anew, and who has signed it. */
const verifyCheckpoint = async (
	{ size, root, origin, note }: KeptCheckpoint,
	recomputed: Hash | undefined,
	{ key, witnesses }: Signers,
): Promise<{ problem: string } | { cosignatures: number }> => {
	const own = findKeyUnderName(key, origin)
	if (!own) return { problem: `checkpoint of ${size}: its name is that of no record` }
	const opened = await openNote(note, [own, ...witnesses], verifyNatively)
	if (!opened.ok) return { problem: `checkpoint of ${size}: ${opened.issues[0]?.message ?? ''}` }
	if (!opened.value.verified.some((signature) => signature.key === own))
		return { problem: `checkpoint of ${size}: the record has not signed it` }
	if (!isSame(root, recomputed))
		return { problem: `checkpoint of ${size}: a leaf before ${size} was changed after it was signed` }
	return { cosignatures: opened.value.verified.length - 1 }
}

/** What the record must continue besides its own checkpoints: none of it is longer than the record. */
export const openOutside = async (
	{ kept, seen }: Outside,
	key: NoteKey,
	last: number,
): Promise<{ problem: string } | readonly Passed[]> => {
	const older = seen === undefined ? undefined : await openSeen(seen, key)
	if (older && !older.ok) return { problem: older.issues[0]?.message ?? '' }
	const outside = [
		...(kept ? [{ ...kept, called: 'the copy of the last checkpoint' }] : []),
		...(older ? [{ ...older.value, called: 'the checkpoint that you kept', published: true }] : []),
	]
	const longer = outside.find(({ size }) => size > last)
	if (!longer) return outside
	return {
		problem: `${last} entries, and ${longer.size} in ${longer.called}: shorter than what was signed`,
	}
}

/** Checkpoints of sizes above one and up to another, with those that lie outside the database among them. */
export const listPassed = async (
	db: AuditQueries,
	[above, upTo]: readonly [number, number],
	outside: readonly Passed[],
): Promise<Passed[]> =>
	[
		...outside.filter(({ size }) => size > above && size <= upTo),
		...(await listCheckpointsBetween(db, [above, upTo])),
	].toSorted((a, b) => a.size - b.size)

/** `newest`: the last checkpoint that anybody may see, or could once: one that somebody kept stays, though a hand has hidden it since. */
export type Passage = { cosignatures: number; newest?: KeptCheckpoint }

/** Checks checkpoints against the roots of the tree made anew; stops at the first that does not hold. */
export const passCheckpoints = async (
	checkpoints: readonly Passed[],
	roots: ReadonlyMap<number, Hash>,
	signers: Signers,
): Promise<{ problem: string } | Passage> => {
	let passage: Passage = { cosignatures: 0 }
	for (const checkpoint of checkpoints) {
		const { called, published } = checkpoint
		const verdict = await verifyCheckpoint(checkpoint, roots.get(checkpoint.size), signers)
		if ('problem' in verdict)
			return { problem: `${called === undefined ? '' : `${called}: `}${verdict.problem}` }
		const { cosignatures } = called === undefined ? verdict : { cosignatures: 0 }
		passage = {
			...(published ? { newest: checkpoint } : passage),
			cosignatures: passage.cosignatures + cosignatures,
		}
	}
	return passage
}
