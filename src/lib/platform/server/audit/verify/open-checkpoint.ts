import { failed, ok, type Result } from '#base'
import { openNote, parseCheckpoint, type NoteKey } from '#tools/seal/signed-note'
import type { KeptCheckpoint } from '../kept-checkpoint.ts'
import { findKeyUnderName } from '../key-under-name.ts'
import { listSeen } from './verify-proof.ts'

/** A checkpoint that the key of the record has signed, and those of the witnesses who have. */
export type SignedCheckpoint = KeptCheckpoint & { cosigners: { witness: string; at: Date }[] }

/** Opens a checkpoint that this key must have signed, under its own name. */
export const openCheckpoint = async (
	note: string,
	key: NoteKey,
	witnesses: readonly NoteKey[],
): Promise<Result<SignedCheckpoint>> => {
	const opened = await openNote(note, [key, ...witnesses])
	if (!opened.ok) return opened
	if (!opened.value.verified.some((signature) => signature.key === key))
		return failed({ path: 'checkpoint', message: `checkpoint: ${key.name} has not signed it` })
	const head = parseCheckpoint(opened.value.text)
	if (!head.ok) return head
	const { size, root, origin } = head.value
	return ok({ size, root, origin, note, cosigners: listSeen(opened.value.verified) })
}

/** Opens a checkpoint that somebody kept earlier: this key has signed it, under whatever name the record bore then. */
export const openSeen = async (note: string, key: NoteKey): Promise<Result<KeptCheckpoint>> => {
	const own = findKeyUnderName(key, note.split('\n')[0] ?? '')
	if (!own) return failed({ path: 'seen', message: 'the checkpoint that you kept is none' })
	const opened = await openCheckpoint(note, own, [])
	if (opened.ok) return opened
	const reason = opened.issues[0]?.message ?? ''
	return failed({ path: 'seen', message: `the checkpoint that you kept is none of this key: ${reason}` })
}
