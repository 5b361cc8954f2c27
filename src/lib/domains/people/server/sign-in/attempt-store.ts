import { createHmac } from 'node:crypto'
import { forgetAfter, getCodeWait, getWait } from '../../slow-down.ts'
import type { PeopleQueries } from '../people-tables.ts'

/** Told to whoever comes at the same moment as another attempt of the same bucket, in milliseconds. */
const crowded = 1000

/**
 * Place at which failures of a name are counted: one of 65,536 places, so that made-up names cannot fill the disk, and a table
 * that is stolen names nobody. `device`: the mark of a browser on which this person has signed in before; it has a place of
 * its own, so whoever fails elsewhere does not slow it down.
 */
export const toBucket = (secret: string, nameKey: string, device: string | undefined): string => {
	const text = JSON.stringify(['attempt', nameKey, device ?? ''])
	const digest = createHmac('sha256', secret).update(text).digest('hex')
	return device === undefined ? digest.slice(0, 4) : `known-${digest.slice(0, 32)}`
}

/**
 * Takes one attempt of a bucket, counted as a failure until {@link forgetFailures} says otherwise. Answer: 0 when it may be
 * looked at, else the milliseconds to wait, which asking does not make longer. Of several at the same moment one goes
 * through, also when several processes share the database.
 */
export const takeAttempt = async (db: PeopleQueries, bucket: string, now: Date): Promise<number> => {
	await db
		.deleteFrom('staff_attempt')
		.where('failed_at', '<', new Date(now.getTime() - forgetAfter))
		.execute()
	const seen = await db
		.selectFrom('staff_attempt')
		.where('bucket', '=', bucket)
		.selectAll()
		.executeTakeFirst()
	if (!seen) {
		const row = { bucket, failures: 1, failed_at: now }
		const insert = db
			.insertInto('staff_attempt')
			.values(row)
			.onConflict((conflict) => conflict.doNothing())
		return (await insert.returning('bucket').executeTakeFirst()) ? 0 : crowded
	}
	const wait = getWait(seen.failures) - (now.getTime() - seen.failed_at.getTime())
	if (wait > 0) return wait
	const taken = await db
		.updateTable('staff_attempt')
		.set({ failures: seen.failures + 1, failed_at: now })
		.where('bucket', '=', bucket)
		.where('failures', '=', seen.failures)
		.returning('bucket')
		.executeTakeFirst()
	return taken ? 0 : crowded
}

/** After a success: the bucket starts anew. */
export const forgetFailures = async (db: PeopleQueries, bucket: string): Promise<void> => {
	await db.deleteFrom('staff_attempt').where('bucket', '=', bucket).execute()
}

/** Where wrong codes of a person are counted. A browser on which they have signed in before has a place of its own. */
export const toCodeBucket = (secret: string, personId: string, device?: string): string => {
	const text = JSON.stringify(['code', personId, device ?? ''])
	return `code-${createHmac('sha256', secret).update(text).digest('hex').slice(0, 32)}`
}

/** Wrong codes of a bucket within the last day. */
const findWrongCodes = (db: PeopleQueries, bucket: string, now: Date) =>
	db
		.selectFrom('staff_attempt')
		.where('bucket', '=', bucket)
		.where('failed_at', '>=', new Date(now.getTime() - forgetAfter))
		.select(['failures', 'failed_at'])
		.executeTakeFirst()

/** Milliseconds until a code is looked at again; 0 when it is now. Asking does not make it longer. */
export const findCodeWait = async (db: PeopleQueries, bucket: string, now: Date): Promise<number> => {
	const seen = await findWrongCodes(db, bucket, now)
	if (!seen) return 0
	return Math.max(0, getCodeWait(seen.failures) - (now.getTime() - seen.failed_at.getTime()))
}

/** Counts a wrong code. Each of several at the same moment counts. */
export const noteWrongCode = async (db: PeopleQueries, bucket: string, now: Date): Promise<void> => {
	await db
		.insertInto('staff_attempt')
		.values({ bucket, failures: 1, failed_at: now })
		.onConflict((conflict) =>
			conflict
				.column('bucket')
				.doUpdateSet((to) => ({ failures: to('staff_attempt.failures', '+', 1), failed_at: now })),
		)
		.execute()
}

/** True when this way in rests, or has rested within the last day: somebody has the passphrase, and tries codes on a browser that is not known. */
export const areCodesTried = async (
	{ db, secret }: { db: PeopleQueries; secret: string },
	personId: string,
	now: Date,
): Promise<boolean> => {
	const seen = await findWrongCodes(db, toCodeBucket(secret, personId), now)
	return seen !== undefined && getCodeWait(seen.failures) > 0
}
