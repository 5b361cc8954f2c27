import { failed, ok, type Result } from '#base'
import { hashLeaf, verifyInclusion } from '#tools/seal/merkle-log'
import { openNote, parseCheckpoint, type NoteKey } from '#tools/seal/signed-note'
import { parseProof } from '../proof-file.ts'
import { findKeyUnderName } from '../key-under-name.ts'
import { parseRecordedReport, type RecordedReport } from '../recorded-report.ts'

/** Result of checking a proof of filing. */
export type ProofVerdict = {
	/** Name of the record that has signed. */
	name: string
	/** Place of the entry, and how many entries the record had when it was signed. */
	index: number
	size: number
	/** Times at which the known witnesses have cosigned this record, in the order of the note. */
	seen: { witness: string; at: Date }[]
	/** The opened content of the entry; `undefined`: the file does not hold it. */
	report: RecordedReport | undefined
}

const refuse = (message: string): Result<never> => failed({ path: 'proof', message: `proof: ${message}` })

/** Witnesses that have seen a checkpoint from outside, with the time, in the order of the note. */
export const listSeen = (
	verified: readonly { key: NoteKey; time?: number }[],
): { witness: string; at: Date }[] =>
	verified.flatMap(({ key, time }) =>
		time === undefined ? [] : [{ witness: key.name, at: new Date(time * 1000) }],
	)

/**
 * Checks the file of a proof without asking anyone: the record has signed the checkpoint, and the leaf, made anew from what the file
 * says it stands for, is in its tree. `issues[0].message` names what does not fit.
 *
 * @param key - the record's public key, from a place that the operator does not rule. Its name does not matter: an installation may have moved.
 */
export const verifyProof = async (
	text: string,
	{ key, witnesses }: { key: NoteKey; witnesses: readonly NoteKey[] },
): Promise<Result<ProofVerdict>> => {
	const proof = parseProof(text)
	if (!proof.ok) return proof
	const { index, commitment, path, checkpoint, opened } = proof.value
	const name = checkpoint.split('\n')[0] ?? ''
	const own = findKeyUnderName(key, name)
	if (!own) return refuse('its checkpoint is none')
	const note = await openNote(checkpoint, [own, ...witnesses])
	const isSigned = note.ok && note.value.verified.some((signature) => signature.key === own)
	if (!note.ok || !isSigned) return refuse('this key has not signed the checkpoint in it')
	const head = parseCheckpoint(note.value.text)
	if (!head.ok) return head
	const { size, root } = head.value
	if (!verifyInclusion(path, { index, size, leaf: hashLeaf(commitment), root }))
		return refuse(`what it tells is not entry ${index} of the ${size} that were signed`)
	const report = opened && parseRecordedReport(new TextDecoder().decode(opened.content))
	if (report && !report.ok) return refuse('what it tells stands in the record, and is no report')
	return ok({ name, index, size, seen: listSeen(note.value.verified), report: report?.value })
}
