import { sql, type Kysely } from 'kysely'

/**
 * Notes by which the root has signed the keys of reports, each behind an entry of the public record and readable by anyone: a second key that one
 * visitor alone is shown stands in no list.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('epoch_record')
		.addColumn('content', 'text', (column) => column.primaryKey())
		.addColumn('entry', 'uuid', (column) => column.notNull().unique())
		.addColumn('salt', 'bytea', (column) => column.notNull().check(sql`length(salt) = 32`))
		.execute()
}
