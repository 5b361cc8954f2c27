/** Maintains the embedded database: tidies it and cuts its log, which otherwise grows until it is closed. PostgreSQL does it by itself. */
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Writes all that is in the log to the tables, so that the log starts anew. */
export const cutLog = async ({ kysely }: Pick<Database, 'kysely'>): Promise<void> =>
	void (await sql`checkpoint`.execute(kysely))

/** Makes the room of erased rows free, and counts anew what tables hold. */
export const tidy = async ({ kysely }: Pick<Database, 'kysely'>): Promise<void> =>
	void (await sql`vacuum (analyze)`.execute(kysely))
