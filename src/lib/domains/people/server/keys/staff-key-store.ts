import { AppError, toHour } from '#base'
import { parseAnalystKey, type AnalystKey, type OwnKey } from '../../keys/index.ts'
import type { PeopleDatabase, PeopleQueries, PeopleTransaction } from '../people-tables.ts'
import { removeWraps } from './requests.ts'
import { listUnlocks, removeOldUnlocks } from './unlock-store.ts'

/** The key of a person as it is stored; `undefined` before they made one. */
export const findStaffKey = async (db: PeopleQueries, personId: string): Promise<AnalystKey | undefined> => {
	const row = await db
		.selectFrom('staff_key')
		.select(['recipient', 'signing_key', 'wrapped'])
		.where('user_id', '=', personId)
		.executeTakeFirst()
	return row && { recipient: row.recipient, signingKey: row.signing_key, wrapped: row.wrapped }
}

/** The key of a person and its locks; `undefined` before they made one. */
export const findOwnKey = async (db: PeopleQueries, personId: string): Promise<OwnKey | undefined> => {
	const key = await findStaffKey(db, personId)
	return key && { ...key, person: personId, unlocks: await listUnlocks(db, personId) }
}

/** The public halves of all people's keys, by the id of their person. */
export const listRecipients = async (db: PeopleQueries): Promise<ReadonlyMap<string, string>> => {
	const rows = await db.selectFrom('staff_key').select(['user_id', 'recipient']).execute()
	return new Map(rows.map(({ user_id, recipient }) => [user_id, recipient]))
}

/**
 * Stores a person's key. When it is another key than before, the wraps for the old one are destroyed: they could never be
 * opened again, and colleagues hand over new ones. Of the locks for every day, those go that the old key or passphrase was under.
 *
 * @param store - `record`: writes it into the public record, in the same transaction
 * @throws AppError `keys.form`
 */
export const keepStaffKey = async (
	{
		db,
		dataDir,
		record = async () => {},
	}: { db: PeopleDatabase; dataDir: string; record?: (trx: PeopleTransaction) => Promise<void> },
	personId: string,
	key: AnalystKey,
	now: Date,
): Promise<void> => {
	const parsed = parseAnalystKey(key)
	if (!parsed.ok)
		throw new AppError('keys.form', 400, `keeping a key: ${parsed.issues[0]?.path ?? ''} is not of its form`)
	const { recipient, signingKey, wrapped } = parsed.value
	const before = await findStaffKey(db, personId)
	const row = { recipient, signing_key: signingKey, wrapped, made_hour: toHour(now) }
	const isOther = before !== undefined && before.recipient !== recipient
	await db.transaction().execute(async (trx) => {
		await trx
			.insertInto('staff_key')
			.values({ user_id: personId, ...row })
			.onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
			.execute()
		await removeOldUnlocks(trx, personId, isOther ? 'all' : 'phrase')
		await record(trx)
	})
	if (isOther) await removeWraps(dataDir, [personId])
}
