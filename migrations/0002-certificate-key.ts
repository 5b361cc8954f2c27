import type { Kysely } from 'kysely'

/** One row: the key with which this installation signs certificates of practice. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('certificate_key')
		.addColumn('id', 'smallint', (column) => column.primaryKey())
		.addColumn('secret_key', 'text', (column) => column.notNull())
		.addColumn('made_at', 'timestamptz', (column) => column.notNull())
		.execute()
}
