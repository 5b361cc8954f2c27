import { sql, type Kysely } from 'kysely'

/**
 * Which key of the index a token was made with: tokens of two keys never meet. Nobody knows it of those that are there already.
 * The queue asks at each look which cases have others than of the key in use; mostly none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table case_token add column index_key text`.execute(db)
	await sql`create index case_token_index_key on case_token (index_key, case_id)`.execute(db)
}
