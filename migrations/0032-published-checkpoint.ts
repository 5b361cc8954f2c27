import { sql, type Kysely } from 'kysely'

/**
 * Checkpoints that enough witnesses have signed are shown to the world; those from before were shown at once. Entries that stand for nothing
 * have a table of their own: they keep what the record tells of its growth apart from what comes in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('audit_checkpoint')
		.addColumn('published', 'boolean', (column) => column.notNull().defaultTo(true))
		.execute()
	await db.schema
		.createTable('audit_padding')
		.addColumn('entry', 'uuid', (column) => column.primaryKey())
		.addColumn('content', 'text', (column) => column.notNull())
		.addColumn('salt', 'bytea', (column) => column.notNull().check(sql`length(salt) = 32`))
		.execute()
}
