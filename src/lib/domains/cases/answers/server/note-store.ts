import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import type { CaseTransaction } from '../../server/case-tables.ts'
import { toQuarterHour } from '#domains/acts/server'
import { showCalled } from '../../server/child-page.ts'
import { getLockedCase, getRelation, notAllowed, writeChange, type Desk } from '../../server/desk-case.ts'

/** Bytes of the longest sealed note: one of the classes of a report, with what age adds. */
const longestNote = 70_000
const ageHeader = 'age-encryption.org/v1\n'

const isSealed = (bytes: Uint8Array): boolean =>
	bytes.length <= longestNote &&
	Buffer.from(bytes.subarray(0, ageHeader.length)).toString('latin1') === ageHeader

/** A note of a case, sealed in the analyst's browser to the key of an epoch. */
type NewNote = { id: string; epoch: string; sealed: Uint8Array }

/**
 * Keeps a note of a case whose row the transaction holds. Answer: its id.
 *
 * @throws AppError `case.not-sealed` for bytes that are no age file: a note in clear is never kept
 */
export const insertNote = async (
	trx: CaseTransaction,
	{ id, epoch, sealed }: NewNote,
	{ by, now }: { by: string; now: Date },
): Promise<string> => {
	if (!isSealed(sealed))
		throw new AppError('case.not-sealed', 400, 'keeping a note: wanted an age file of at most 70 kB')
	const note = randomUUID()
	await trx
		.insertInto('case_note')
		.values({ id: note, case_id: id, epoch, sealed: Buffer.from(sealed), by, at: toQuarterHour(now) })
		.execute()
	return note
}

/** {@link insertNote} as an act of its own, with its step. @throws AppError `case.not-allowed`, `case.not-found`, `case.not-sealed` */
export const addNote = (desk: Desk, note: NewNote, person: Person): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, note.id)
		if (!may(person, 'write', 'note', getRelation(found, person))) throw notAllowed('writing a note')
		const kept = await insertNote(trx, note, { by: person.id, now: desk.now() })
		await writeChange(trx, desk, { found, step: { kind: 'noted', by: person.id } })
		return kept
	})

/**
 * Writes down that the police were called about a case in danger, with a sealed note of who was reached and what was said. It
 * ends the clock of the police at once: danger at night does not wait for a dossier of two persons. It is no move, and a
 * dossier may follow.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`, `case.not-sealed`; `case.no-move` for a case that is in no danger
 */
export const noteCall = (desk: Desk, note: NewNote, person: Person): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, note.id)
		if (!may(person, 'write', 'note', getRelation(found, person))) throw notAllowed('noting a call')
		if (found.lane !== 'danger')
			throw new AppError('case.no-move', 409, 'noting a call: only cases in danger have this step')
		await insertNote(trx, note, { by: person.id, now: desk.now() })
		await writeChange(trx, desk, { found, step: { kind: 'called', by: person.id, event: 'police-told' } })
		await showCalled(trx, desk, note.id)
	})

/** Ticks an item of the checklist, or takes the tick away. Two persons who do it at once end with the same list. */
export const setChecked = (
	desk: Desk,
	{ id, item, isDone }: { id: string; item: string; isDone: boolean },
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'open', 'case', getRelation(found, person))) throw notAllowed('ticking an item')
		if (isDone)
			await trx
				.insertInto('case_check')
				.values({ case_id: id, item, by: person.id })
				.onConflict((conflict) => conflict.columns(['case_id', 'item']).doNothing())
				.execute()
		else await trx.deleteFrom('case_check').where('case_id', '=', id).where('item', '=', item).execute()
	})
