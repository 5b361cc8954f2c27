import { sql, type Kysely } from 'kysely'

/** When a dossier that has left was put into the hands of whom it is for: between leaving and the token that comes back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table dossier add column handed_at timestamptz`.execute(db)
}
