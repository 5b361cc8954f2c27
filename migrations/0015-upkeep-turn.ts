import { sql, type Kysely } from 'kysely'

/** Whose turn it is, of all processes on the database, to do what one of them does for all. Counted by the clock of the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create table upkeep_turn (work text primary key, holder uuid not null, until timestamptz not null)`.execute(
		db,
	)
}
