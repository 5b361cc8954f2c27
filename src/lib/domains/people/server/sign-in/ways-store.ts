import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import type { PeopleDatabase, PeopleQueries, PeopleTransaction } from '../people-tables.ts'

/** Ways in which a person can sign in. No public key, no secret: those leave the database only to be compared. */
export type WaysIn = {
	passkeys: { id: string; name: string | undefined; madeAt: Date | undefined }[]
	/** A passphrase and an authenticator app together. */
	passphrase: boolean
}

export const listWaysIn = async (db: PeopleQueries, personId: string): Promise<WaysIn> => {
	const passkeys = await db
		.selectFrom('staff_passkey')
		.where('user_id', '=', personId)
		.select(['id', 'name', 'created_at'])
		.orderBy('created_at')
		.execute()
	const account = await db
		.selectFrom('staff_account')
		.where('user_id', '=', personId)
		.select('id')
		.executeTakeFirst()
	return {
		passkeys: passkeys.map(({ id, name, created_at }) => ({
			id,
			name: name ?? undefined,
			madeAt: created_at ?? undefined,
		})),
		passphrase: account !== undefined,
	}
}

/** Puts a passphrase and an app in place of those there were. `step`: of the code that proved the app, used up by that. */
export const setPassphrase = async (
	trx: PeopleTransaction,
	personId: string,
	{ hash, sealed, step }: { hash: string; sealed: string; step: number },
	now: Date,
): Promise<void> => {
	await trx
		.insertInto('staff_account')
		.values({
			id: randomUUID(),
			account_id: personId,
			provider_id: 'credential',
			user_id: personId,
			password: hash,
			created_at: now,
			updated_at: now,
		})
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet({ password: hash, updated_at: now }))
		.execute()
	const factor = { secret: sealed, last_step: step }
	await trx
		.insertInto('staff_two_factor')
		.values({ user_id: personId, ...factor })
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet(factor))
		.execute()
}

/** Takes every way in: before a new invitation is used, because the old device may be in other hands. */
export const clearWaysIn = async (db: PeopleQueries, personId: string): Promise<void> => {
	for (const table of ['staff_passkey', 'staff_account', 'staff_two_factor', 'staff_session'] as const)
		await db.deleteFrom(table).where('user_id', '=', personId).execute()
}

const keepOneWay = async (trx: PeopleTransaction, personId: string): Promise<void> => {
	const { passkeys, passphrase } = await listWaysIn(trx, personId)
	if (passkeys.length === 0 && !passphrase)
		throw new AppError('people.last-way', 409, 'removing a way to sign in: it is the only one')
}

/**
 * Removes a passkey of this person; one of somebody else is not found and stays.
 * @throws AppError `people.last-way`
 */
export const removePasskey = (db: PeopleDatabase, personId: string, passkeyId: string): Promise<void> =>
	db.transaction().execute(async (trx) => {
		await trx
			.deleteFrom('staff_passkey')
			.where('id', '=', passkeyId)
			.where('user_id', '=', personId)
			.execute()
		await keepOneWay(trx, personId)
	})

/**
 * Removes passphrase and app of this person.
 * @throws AppError `people.last-way`
 */
export const removePassphrase = (db: PeopleDatabase, personId: string): Promise<void> =>
	db.transaction().execute(async (trx) => {
		for (const table of ['staff_account', 'staff_two_factor'] as const)
			await trx.deleteFrom(table).where('user_id', '=', personId).execute()
		await keepOneWay(trx, personId)
	})
