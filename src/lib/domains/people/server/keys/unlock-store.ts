/** Locks for every day on people's keys. The server keeps and hands out what it cannot open. */
import { randomUUID } from 'node:crypto'
import { AppError, toHour } from '#base'
import { parseDailyWrap, type NewDailyWrap, type StoredUnlock, type UnlockPasskey } from '../../keys/index.ts'
import type { PeopleDatabase, PeopleQueries } from '../people-tables.ts'

/** The locks of a person, passkeys first: what opens quickest. */
export const listUnlocks = async (db: PeopleQueries, personId: string): Promise<StoredUnlock[]> => {
	const rows = await db
		.selectFrom('staff_unlock')
		.leftJoin('staff_passkey', 'staff_passkey.id', 'staff_unlock.passkey')
		.where('staff_unlock.user_id', '=', personId)
		.select(['staff_unlock.id', 'passkey', 'sealed', 'made_hour', 'credential_id'])
		.orderBy('credential_id')
		.execute()
	return rows.map(({ id, passkey, sealed, made_hour, credential_id: credential }) => ({
		id,
		passkey: passkey ?? undefined,
		sealed,
		madeHour: made_hour,
		way: credential === null ? { kind: 'phrase' } : { kind: 'passkey', credential },
	}))
}

/** The passkeys of a person, in the order of the page of their account. */
export const listUnlockPasskeys = async (db: PeopleQueries, personId: string): Promise<UnlockPasskey[]> => {
	const rows = await db
		.selectFrom('staff_passkey')
		.where('user_id', '=', personId)
		.select(['id', 'name', 'credential_id'])
		.orderBy('created_at')
		.execute()
	return rows.map(({ id, name, credential_id }) => ({
		id,
		name: name ?? undefined,
		credential: credential_id,
	}))
}

/**
 * Keeps a lock, in place of the one by the same passkey or by the passphrase.
 * @throws AppError `keys.form`, also for a passkey of somebody else or a person without a key
 */
export const keepUnlock = async (
	db: PeopleDatabase,
	personId: string,
	given: Record<keyof NewDailyWrap, string>,
	now: Date,
): Promise<void> => {
	const parsed = parseDailyWrap(given)
	const refuse = (part: string) =>
		new AppError('keys.form', 400, `keeping a lock: ${part} is not as it must be`)
	if (!parsed.ok) throw refuse(parsed.issues[0]?.path ?? '')
	const passkey = parsed.value.kind === 'passkey' ? parsed.value.passkey : null
	await db.transaction().execute(async (trx) => {
		const [key, own] = [
			await trx.selectFrom('staff_key').select('user_id').where('user_id', '=', personId).executeTakeFirst(),
			await listUnlockPasskeys(trx, personId),
		]
		if (!key || (passkey !== null && !own.some(({ id }) => id === passkey))) throw refuse('its owner')
		await trx
			.deleteFrom('staff_unlock')
			.where('user_id', '=', personId)
			.where('passkey', passkey === null ? 'is' : '=', passkey)
			.execute()
		await trx
			.insertInto('staff_unlock')
			.values({
				id: randomUUID(),
				user_id: personId,
				passkey,
				sealed: parsed.value.sealed,
				made_hour: toHour(now),
			})
			.execute()
	})
}

/** Takes a lock of this person away; one of somebody else stays. */
export const removeUnlock = async (db: PeopleQueries, personId: string, id: string): Promise<void> => {
	await db.deleteFrom('staff_unlock').where('id', '=', id).where('user_id', '=', personId).execute()
}

/** After a change of the key: all locks are for the old one. After a change of the passphrase: the one by it. */
export const removeOldUnlocks = async (
	db: PeopleQueries,
	personId: string,
	which: 'all' | 'phrase',
): Promise<void> => {
	const all = db.deleteFrom('staff_unlock').where('user_id', '=', personId)
	await (which === 'all' ? all : all.where('passkey', 'is', null)).execute()
}
