import { openNote, type NoteKey } from '#tools/seal/signed-note'
import type { AuditQueries } from '../audit-tables.ts'
import { listShown } from '../checkpoint-store.ts'
import { verifyNatively } from './native-signature.ts'
import { listSeen } from './verify-proof.ts'

/** The newest checkpoint that is shown, and the witnesses with a good signature under it. */
export type SeenCheckpoint = { size: number; by: { witness: string; at: Date }[] }

/**
 * Looks who has signed the newest checkpoint that is shown. `problem`: fewer than must have. Whoever writes a record anew signs it with its key
 * if he holds that, and never with theirs.
 */
export const verifySeen = async (
	db: AuditQueries,
	witnesses: readonly NoteKey[],
	quorum: number,
): Promise<{ seen: SeenCheckpoint; problem?: string }> => {
	const [newest] = await listShown(db, 1)
	const opened = newest && (await openNote(newest.note, witnesses, verifyNatively))
	const seen = { size: newest?.size ?? 0, by: opened?.ok ? listSeen(opened.value.verified) : [] }
	if (seen.by.length >= quorum) return { seen }
	const problem = `the checkpoint of ${seen.size} entries that is shown: ${seen.by.length} of the ${quorum} witnesses that must have signed it have. Was the record written anew? Only right after witnesses were named it takes a minute`
	return { seen, problem }
}
