import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('setting')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('value', 'jsonb', (column) => column.notNull())
		.addColumn('changed_at', 'timestamptz', (column) => column.notNull())
		.execute()
}
