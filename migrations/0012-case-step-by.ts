import { sql, type Kysely } from 'kysely'

/**
 * What one person has done lately is asked at each opening of cases, within a transaction that others wait for. Steps that nobody
 * took (a report came, a clock ran out) stand outside.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create index case_step_by_at on case_step (by, at) where by is not null`.execute(db)
}
