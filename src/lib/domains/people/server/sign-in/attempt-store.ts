import { createHmac } from 'node:crypto'
import { forgetAfter, getWait } from '../../slow-down.ts'
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
