import { sql, type Kysely } from 'kysely'

/** Counting without watching: sealed cells of open periods, the public ledger, released cells (decision 084). No time finer than a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('counter_state')
		.addColumn('period', 'text', (column) => column.primaryKey())
		.addColumn('cells', 'text', (column) => column.notNull())
		.addColumn('sealed', 'bytea', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('privacy_ledger')
		.addColumn('family', 'text', (column) => column.notNull())
		.addColumn('period', 'text', (column) => column.notNull())
		.addColumn('t', 'integer', (column) => column.notNull().check(sql`t >= 1`))
		.addColumn('moved', 'integer', (column) => column.notNull().check(sql`moved >= 1`))
		.addColumn('cells', 'integer', (column) => column.notNull())
		.addColumn('born', 'date', (column) => column.notNull())
		.addColumn('ended', 'date')
		.addColumn('outcome', 'text', (column) =>
			column.notNull().check(sql`outcome in ('counting', 'released', 'key-lost')`),
		)
		.addColumn('hours', 'integer')
		.addColumn('method', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('privacy_ledger_key', ['family', 'period'])
		.addCheckConstraint('privacy_ledger_ended', sql`(outcome = 'counting') = (ended is null)`)
		.execute()
	await db.schema
		.createTable('counted')
		.addColumn('period', 'text', (column) => column.notNull())
		.addColumn('cell', 'text', (column) => column.notNull())
		.addColumn('value', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('counted_key', ['period', 'cell'])
		.execute()
}
