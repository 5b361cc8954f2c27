import { AppError } from '#base'
import { openNote, parseVerifierKey } from '#tools/seal/signed-note'
import type { GuardedFetch } from '../../outgoing/guarded-fetch.ts'
import { toKept } from '../kept-checkpoint.ts'
import { findKeyUnderName } from '../key-under-name.ts'
import type { PublicRecord } from '../record.ts'
import { fetchSeen, type WitnessAddress } from './ask-witness.ts'

type Compared = Pick<PublicRecord, 'verifierKey' | 'findNewest' | 'refuseOtherThan'>

/**
 * Compares a record with what a witness has signed last: the copy of the last checkpoint that lies where this machine has no hand. **Only what
 * the key of this record has signed itself counts**: no witness can stop a record by what it says alone.
 *
 * @returns true when the witness has shown a checkpoint of this record; false when it has none or did not answer
 * @throws AppError `record.shorter` or `record.forked`: this record has signed another story than the one it holds now
 */
export const compareWithWitness = async (
	record: Compared,
	fetch: GuardedFetch,
	witness: WitnessAddress,
): Promise<boolean> => {
	const key = parseVerifierKey(record.verifierKey)
	if (!key.ok) throw new AppError('record.broken', 500, 'Comparing with a witness: the record has no key')
	const names = new Set([key.value.name, (await record.findNewest())?.origin ?? key.value.name])
	let isShown = false
	for (const name of names) {
		const own = findKeyUnderName(key.value, name)
		const note = own && (await fetchSeen(fetch, witness, name))
		const opened = own && note !== undefined ? await openNote(note, [own]) : undefined
		if (note === undefined || !opened?.ok) continue
		isShown = true
		try {
			await record.refuseOtherThan(toKept(note))
		} catch (error) {
			if (!(error instanceof AppError) || error.code === 'database.busy') throw error
			const advice = `The witness ${witness.key.name} has kept the checkpoint that was signed then: ${witness.url}. Bring the database back that fits it. If an older backup is all there is, this record has ended: docs/running.md, section 6, says how to begin another`
			throw new AppError(error.code, error.status, `${error.message}. ${advice}`)
		}
	}
	return isShown
}
