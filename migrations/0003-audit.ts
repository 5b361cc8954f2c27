import { sql, type Kysely } from 'kysely'

/**
 * The public record: entries and their places in the tree, hashes of the tree in the order of Go's `tlog`, signed checkpoints.
 * Rows are only ever added, but for `audit_waiting`, which holds the few entries that have no place yet.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('audit_entry')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('commitment', 'bytea', (column) => column.notNull().check(sql`length(commitment) = 32`))
		.execute()
	await db.schema
		.createTable('audit_waiting')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.execute()
	await db.schema
		.createTable('audit_leaf')
		.addColumn('leaf_index', 'bigint', (column) => column.primaryKey().check(sql`leaf_index >= 0`))
		.addColumn('entry', 'uuid', (column) => column.notNull().unique())
		.execute()
	await db.schema
		.createTable('audit_hash')
		.addColumn('position', 'bigint', (column) => column.primaryKey().check(sql`position >= 0`))
		.addColumn('hash', 'bytea', (column) => column.notNull().check(sql`length(hash) = 32`))
		.execute()
	await db.schema
		.createTable('audit_checkpoint')
		.addColumn('size', 'bigint', (column) => column.primaryKey().check(sql`size >= 0`))
		.addColumn('note', 'text', (column) => column.notNull())
		.addColumn('hour', 'timestamptz', (column) => column.notNull())
		.execute()
}
