/** Maintains the embedded database: tidies it and cuts its log, which otherwise grows until it is closed. PostgreSQL does it by itself. */
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Writes all that is in the log to the tables, so that the log starts anew. */
export const cutLog = async ({ kysely }: Pick<Database, 'kysely'>): Promise<void> =>
	void (await sql`checkpoint`.execute(kysely))

/**
 * Begins a new file of the log and takes the old ones away: commits stand there with their moment, to the microsecond, while tables hold
 * hours (docs/decisions/109-the-log-of-the-database.md).
 */
export const leaveLog = async (database: Pick<Database, 'kysely'>): Promise<void> => {
	await sql`select pg_switch_wal()`.execute(database.kysely)
	await cutLog(database)
}

/** Makes the room of erased rows free, and counts anew what tables hold. */
export const tidy = async ({ kysely }: Pick<Database, 'kysely'>): Promise<void> =>
	void (await sql`vacuum (analyze)`.execute(kysely))
