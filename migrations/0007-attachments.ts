import { sql, type Kysely } from 'kysely'

/**
 * Sealed files that belong to reports, by the name of their file. `arriving`: no report has named it yet, and it goes at
 * `expires`; `bound`: with its report; `gone`: the file is removed next, then the row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('attachment')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('report', 'uuid', (column) => column.notNull())
		.addColumn('part', 'integer', (column) => column.notNull().check(sql`part > 0`))
		.addColumn('bytes', 'integer', (column) => column.notNull().check(sql`bytes > 0`))
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('arriving', 'bound', 'gone')`),
		)
		.addColumn('expires', 'timestamptz')
		.addCheckConstraint('attachment_expires', sql`(state = 'arriving') = (expires is not null)`)
		.execute()
	await db.schema.createIndex('attachment_report').on('attachment').column('report').execute()
	await sql`create index attachment_unbound on attachment (state, expires) where state <> 'bound'`.execute(db)
}
