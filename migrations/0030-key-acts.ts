import { sql, type Kysely } from 'kysely'

/**
 * What stands behind entries of the public record about keys (hand-over of a copy). Until now the text lay in a file beside the keys and
 * the database had the bare entry: nobody could tell it from one whose content was taken out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('key_act')
		.addColumn('entry', 'uuid', (column) => column.primaryKey())
		.addColumn('subject', 'text', (column) => column.notNull())
		.addColumn('content', 'text', (column) => column.notNull())
		.addColumn('salt', 'bytea', (column) => column.notNull().check(sql`length(salt) = 32`))
		.execute()
}
