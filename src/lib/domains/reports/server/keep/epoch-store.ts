import { AppError, toBase64url } from '#base'
import type { NoteKey } from '#tools/seal/signed-note'
import { openEpoch, type Epoch } from '../../keys/epoch.ts'
import { letEpochGo } from '../attachments/attachment-rows.ts'
import type { EpochState, ReportDatabase, ReportQueries, ReportTransaction } from '../tables.ts'

/** An epoch with the note that its root key has signed. */
export type StoredEpoch = Epoch & { state: EpochState; record: string }

const read = async (row: { record: string; state: EpochState }, root: NoteKey): Promise<StoredEpoch> => {
	const epoch = await openEpoch(row.record, root)
	if (epoch.ok) return { ...epoch.value, ...row }
	throw new AppError(
		'reports.epoch-unsigned',
		503,
		'Reading an epoch: its record is not signed by the root key of this installation (rootKey in operator.yaml); nothing is sealed to it. Publish a key that this root has signed',
	)
}

/**
 * The epoch that reports are sealed to now; `undefined` when there is none. Read from the signed record, not from the columns:
 * who can write the database cannot put a key of his own.
 *
 * @param known - one that was read before under the same root: its record is not verified a second time
 * @throws AppError `reports.epoch-unsigned`
 */
export const findCurrentEpoch = async (
	db: ReportQueries,
	root: NoteKey,
	known?: StoredEpoch,
): Promise<StoredEpoch | undefined> => {
	const row = await db
		.selectFrom('epoch')
		.select(['record', 'state'])
		.where('state', '=', 'current')
		.executeTakeFirst()
	if (row && row.record === known?.record) return { ...known, state: row.state }
	return row && read(row, root)
}

/**
 * Makes an epoch the current one; the one before becomes past. An epoch that is known already stays as it is, also when processes on one
 * database do this at the same moment.
 *
 * @returns the epoch as it stands there now
 * @throws AppError `reports.epoch-unsigned` when the record is not signed by `root`
 */
export const startEpoch = async (db: ReportDatabase, record: string, root: NoteKey): Promise<StoredEpoch> => {
	const epoch = await read({ record, state: 'current' }, root)
	const { id, recipient, answerKey, begins, ends } = epoch
	const state = await db.transaction().execute(async (trx) => {
		const known = await trx.selectFrom('epoch').select('state').where('id', '=', id).executeTakeFirst()
		if (known) return known.state
		await trx
			.updateTable('epoch')
			.set({ state: 'past' })
			.where('state', '=', 'current')
			.where('id', '<>', id)
			.execute()
		await trx
			.insertInto('epoch')
			.values({ id, recipient, answer_key: toBase64url(answerKey), begins, ends, state: 'current', record })
			.onConflict((conflict) => conflict.doNothing())
			.execute()
		return epoch.state
	})
	return { ...epoch, state }
}

/** Writes down that nobody can open the reports of an epoch any more. A current epoch ends with it, and files sealed to it go. */
export const markDestroyed = async (trx: ReportTransaction, id: string): Promise<void> => {
	await trx.updateTable('epoch').set({ state: 'destroyed' }).where('id', '=', id).execute()
	await letEpochGo(trx, id)
}

/** Public halves of the keys of all epochs that can still be opened, with the notes of the root, the newest first. */
export const listOpenEpochs = (
	db: ReportQueries,
): Promise<{ id: string; recipient: string; answerKey: string; note: string }[]> =>
	db
		.selectFrom('epoch')
		.select(['id', 'recipient', 'answer_key as answerKey', 'record as note'])
		.where('state', '<>', 'destroyed')
		.orderBy('begins', 'desc')
		.orderBy('id')
		.execute()
