import { sql, type Kysely } from 'kysely'

/**
 * Entries that were chosen for the next tree: when its signature is given and the transaction is lost, the same tree is made again, and no other
 * is signed in its place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('audit_waiting')
		.addColumn('taken', 'boolean', (column) => column.notNull().defaultTo(false))
		.execute()
	await sql`create index audit_waiting_taken on audit_waiting (id) where taken`.execute(db)
}
