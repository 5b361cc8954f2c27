import { sql, type Kysely } from 'kysely'

/**
 * A request to keep data. What it says is sealed for each reader and goes with its case; here stand its reference, whom it is for, its
 * state and the digest of what it says.
 */
const makeRequests = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('preservation')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('ref', 'text', (column) => column.notNull().unique())
		.addColumn('case_id', 'uuid', (column) => column.references('desk_case.id').onDelete('set null'))
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id'))
		.addColumn('provider', 'text', (column) => column.notNull())
		.addColumn('country', 'text', (column) => column.notNull().check(sql`country ~ '^[A-Z]{2}$'`))
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('urgency', 'text', (column) => column.notNull().check(sql`urgency in ('normal', 'urgent')`))
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('after', 'uuid', (column) => column.references('preservation.id'))
		.addColumn('drafted_by', 'uuid', (column) => column.notNull())
		.addColumn('drafted', 'date', (column) => column.notNull())
		.addColumn('transmitted', 'date')
		.addColumn('ack_due', 'timestamptz')
		.addColumn('changed', 'timestamptz', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('preservation_case').on('preservation').column('case_id').execute()
	await db.schema
		.createTable('preservation_copy')
		.addColumn('request', 'uuid', (column) =>
			column.notNull().references('preservation.id').onDelete('cascade'),
		)
		.addColumn('user_id', 'uuid', (column) => column.notNull())
		.addColumn('case_id', 'uuid', (column) => column.references('desk_case.id').onDelete('cascade'))
		.addColumn('recipient', 'text', (column) => column.notNull())
		.addColumn('sealed', 'bytea', (column) => column.notNull())
		.addPrimaryKeyConstraint('preservation_copy_of', ['request', 'user_id'])
		.execute()
	await db.schema.createIndex('preservation_copy_case').on('preservation_copy').column('case_id').execute()
}

/** Its clocks, in civil days of UTC, and everything that happened to it: steps are added and never changed. */
const makeTimes = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('preservation_clock')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('request', 'uuid', (column) =>
			column.notNull().references('preservation.id').onDelete('cascade'),
		)
		.addColumn('clock', 'text', (column) => column.notNull())
		.addColumn('started', 'date', (column) => column.notNull())
		.addColumn('due', 'date', (column) => column.notNull())
		.addColumn('renewed', 'integer', (column) => column.notNull())
		.addColumn('ended', 'date')
		.addUniqueConstraint('preservation_clock_once', ['request', 'clock'])
		.execute()
	await sql`create index preservation_clock_due on preservation_clock (due) where ended is null`.execute(db)
	await db.schema
		.createTable('preservation_step')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('request', 'uuid', (column) =>
			column.notNull().references('preservation.id').onDelete('cascade'),
		)
		.addColumn('n', 'integer', (column) => column.notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('by', 'uuid')
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addColumn('day', 'date')
		.addColumn('their_ref', 'text')
		.addColumn('clock', 'text')
		.addColumn('mark', 'text')
		.addUniqueConstraint('preservation_step_n', ['request', 'n'])
		.execute()
	await sql`create function refuse_change_of_step() returns trigger language plpgsql as
		$$ begin raise exception 'steps of a preservation request are never changed'; end $$`.execute(db)
	await sql`create trigger preservation_step_stays before update on preservation_step
		for each row execute function refuse_change_of_step()`.execute(db)
}

/** Requests to keep data, who stands for which authority, and calendars of deadlines by a secret address. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeRequests(db)
	await makeTimes(db)
	await db.schema
		.createTable('preservation_authority')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey())
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id'))
		.addColumn('capacity', 'text', (column) =>
			column.notNull().check(sql`capacity in ('art35', 'central-authority')`),
		)
		.addColumn('set_by', 'uuid', (column) => column.notNull().check(sql`set_by <> user_id`))
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('preservation_calendar')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey())
		.addColumn('token_hash', 'text', (column) => column.notNull().unique())
		.addColumn('made', 'timestamptz', (column) => column.notNull())
		.execute()
}
