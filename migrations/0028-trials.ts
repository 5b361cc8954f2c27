import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'

const filled = (column: ColumnDefinitionBuilder) => column.notNull()

/** Plans, and the two persons who agreed to each. */
const makeTrials = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('trial')
		.addColumn('number', 'integer', (column) => column.primaryKey())
		.addColumn('state', 'text', filled)
		.addColumn('protocol', 'text', filled)
		.addColumn('protocol_hash', 'text', filled)
		.addColumn('region', 'text')
		.addColumn('registered_by', 'uuid', filled)
		.addColumn('registered_at', 'timestamptz', filled)
		.addColumn('approved_by', 'uuid', (column) => column.check(sql`approved_by <> registered_by`))
		.addColumn('approved_at', 'timestamptz')
		.addColumn('stop_reason', 'text')
		.execute()
}

/** Classes by label, the draw, and what was handed in: nothing of a pupil, and no name of a school. */
const makeDraws = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('trial_class')
		.addColumn('trial', 'integer', (column) => column.notNull().references('trial.number'))
		.addColumn('label', 'text', filled)
		.addColumn('stratum', 'text', filled)
		.addColumn('has_lesson', 'boolean')
		.addPrimaryKeyConstraint('trial_class_pkey', ['trial', 'label'])
		.execute()
	await db.schema
		.createTable('trial_draw')
		.addColumn('trial', 'integer', (column) => column.primaryKey().references('trial.number'))
		.addColumn('secret', 'bytea', filled)
		.addColumn('commitment', 'text', filled)
		.addColumn('list_hash', 'text', filled)
		.addColumn('listed_at', 'timestamptz', filled)
		.addColumn('value', 'text')
		.addColumn('drawn_at', 'timestamptz')
		.execute()
	await db.schema
		.createTable('trial_tally')
		.addColumn('trial', 'integer', filled)
		.addColumn('label', 'text', filled)
		.addColumn('moment', 'text', filled)
		.addColumn('outcome', 'text', filled)
		.addColumn('counts', 'text', filled)
		.addPrimaryKeyConstraint('trial_tally_pkey', ['trial', 'label', 'moment', 'outcome'])
		.addForeignKeyConstraint('trial_tally_class', ['trial', 'label'], 'trial_class', ['trial', 'label'])
		.execute()
}

/** Results: each correction is one more, and none goes. */
const makeResults = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('trial_result')
		.addColumn('trial', 'integer', (column) => column.notNull().references('trial.number'))
		.addColumn('version', 'integer', filled)
		.addColumn('report', 'text', filled)
		.addColumn('reason', 'text')
		.addColumn('reported_by', 'uuid', filled)
		.addColumn('reported_at', 'timestamptz', filled)
		.addColumn('approved_by', 'uuid', (column) => column.check(sql`approved_by <> reported_by`))
		.addColumn('approved_at', 'timestamptz')
		.addPrimaryKeyConstraint('trial_result_pkey', ['trial', 'version'])
		.execute()
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await makeTrials(db)
	await makeDraws(db)
	await makeResults(db)
}
