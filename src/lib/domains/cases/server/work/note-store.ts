import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { toQuarter } from '../record.ts'
import { getLockedCase, getRelation, notAllowed, writeChange, type Desk } from './desk-case.ts'

/** Bytes of the longest sealed note: one of the classes of a report, with what age adds. */
const longestNote = 70_000
const ageHeader = 'age-encryption.org/v1\n'

const isSealed = (bytes: Uint8Array): boolean =>
	bytes.length <= longestNote &&
	Buffer.from(bytes.subarray(0, ageHeader.length)).toString('latin1') === ageHeader

/**
 * Keeps a note that was sealed in the analyst's browser to the key of an epoch. Answer: its id.
 *
 * @throws AppError `case.not-sealed` for bytes that are no age file: a note in clear is never kept
 */
export const addNote = (
	desk: Desk,
	{ id, epoch, sealed }: { id: string; epoch: string; sealed: Uint8Array },
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'write', 'note', getRelation(found, person))) throw notAllowed('writing a note')
		if (!isSealed(sealed))
			throw new AppError('case.not-sealed', 400, 'keeping a note: wanted an age file of at most 70 kB')
		const note = randomUUID()
		await trx
			.insertInto('case_note')
			.values({
				id: note,
				case_id: id,
				epoch,
				sealed: Buffer.from(sealed),
				by: person.id,
				at: toQuarter(desk.now()),
			})
			.execute()
		await writeChange(trx, found, {}, { kind: 'noted', by: person.id }, desk)
		return note
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
