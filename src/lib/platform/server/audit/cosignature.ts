import { failed, ok, type Result } from '#base'
import { formatNote, openNote, parseCheckpoint, parseNote, type NoteKey } from '#tools/seal/signed-note'
import type { AuditDatabase } from './audit-tables.ts'
import { findCheckpointToChange } from './checkpoint-store.ts'

/** Witnesses of a record, and how many of them must have signed a checkpoint before anybody is shown it; 0: it is shown at once. */
export type WitnessPolicy = { witnesses: readonly NoteKey[]; quorum: number }

/** Witnesses that have a line under a note. Lines are checked before they are put there. */
export const listCosigners = (note: string, witnesses: readonly NoteKey[]): NoteKey[] => {
	const parsed = parseNote(note)
	const lines = parsed.ok ? parsed.value.signatures : []
	return witnesses.filter((key) => lines.some(({ name, id }) => name === key.name && id === key.id))
}

/** Reasons why a cosignature of a witness was refused. */
export type CosignatureRefusal = 'not-a-checkpoint' | 'no-known-witness' | 'unknown-size' | 'other-tree'

const refuse = (path: CosignatureRefusal, message: string): Result<never> => failed({ path, message })

/**
 * Adds the words of known witnesses to the checkpoint they saw, and publishes it once they are enough. Answers the note as it is now; a
 * later word of the same witness takes the place of its earlier one. Lines of keys that are not known are left out.
 *
 * Refused, with the reason as `path`: a text that is no signed checkpoint; one that no known witness has signed well; a size
 * of which there is no checkpoint; another text than ours for this size. **The last means that somebody was shown another
 * record than this one.**
 */
export const addCosignature = async (
	db: AuditDatabase,
	{ witnesses, quorum }: WitnessPolicy,
	message: string,
): Promise<Result<string>> => {
	const parsed = parseNote(message)
	const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
	if (!parsed.ok || !head.ok) return refuse('not-a-checkpoint', 'wanted a checkpoint with its signatures')
	const opened = await openNote(message, witnesses)
	if (!opened.ok)
		return refuse('no-known-witness', 'wanted a good signature of a witness named by the operator')
	const names = new Set(opened.value.verified.map(({ key }) => `${key.name}+${key.id}`))
	const isFrom = ({ name, id }: { name: string; id: number }): boolean => names.has(`${name}+${id}`)
	const { size } = head.value
	return db.transaction().execute(async (trx) => {
		const own = await findCheckpointToChange(trx, size)
		if (!own) return refuse('unknown-size', 'wanted a size of which this record has a checkpoint')
		if (own.text !== parsed.value.text)
			return refuse(
				'other-tree',
				'this record has signed another tree of this size: keep both, and tell others',
			)
		const known = parseNote(own.note)
		const kept = known.ok ? known.value.signatures.filter((signature) => !isFrom(signature)) : []
		const given = parsed.value.signatures.filter(isFrom)
		const latest = given.filter(
			({ name, id }, at) => given.findIndex((one) => one.name === name && one.id === id) === at,
		)
		const note = formatNote({ text: own.text, signatures: [...kept, ...latest] })
		const published = own.published || listCosigners(note, witnesses).length >= quorum
		await trx.updateTable('audit_checkpoint').set({ note, published }).where('size', '=', size).execute()
		return ok(note)
	})
}
