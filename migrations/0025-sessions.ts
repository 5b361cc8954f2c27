import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'

const notNull = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()
const aRegion = sql`region ~ '^MA-[0-9]{2}$'`
const aProvince = sql`province ~ '^MA-[A-Z]{3}$'`

/** Links with which somebody without an account writes down sessions, and what is planned. */
const makeBefore = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('session_invitation')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('token_hash', 'text', (column) => column.notNull().unique())
		.addColumn('region', 'text', (column) => column.check(aRegion))
		.addColumn('made_by', 'uuid', notNull)
		.addColumn('made', 'timestamptz', notNull)
		.addColumn('ends', 'timestamptz', notNull)
		.addColumn('uses_left', 'integer', (column) => column.notNull().check(sql`uses_left >= 0`))
		.addColumn('revoked', 'timestamptz')
		.execute()
	await db.schema
		.createTable('session_plan')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('region', 'text', (column) => column.notNull().check(aRegion))
		.addColumn('province', 'text', (column) => column.notNull().check(aProvince))
		.addColumn('setting', 'text', notNull)
		.addColumn('audience', 'text', notNull)
		.addColumn('language', 'text', notNull)
		.addColumn('lesson', 'text')
		.addColumn('day', 'date', notNull)
		.addColumn('by', 'uuid', notNull)
		.addColumn('dropped', 'boolean', notNull)
		.execute()
	await db.schema.createIndex('session_plan_day').on('session_plan').column('day').execute()
}

/** Sessions as their last revision has them. */
const makeSessions = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('programme_session')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('revision', 'integer', notNull)
		.addColumn('sha256', 'text', notNull)
		.addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('held', 'taken-back')`))
		.addColumn('region', 'text', (column) => column.notNull().check(aRegion))
		.addColumn('province', 'text', (column) => column.notNull().check(aProvince))
		.addColumn('setting', 'text', notNull)
		.addColumn('held_on', 'date', notNull)
		.addColumn('minutes', 'integer', notNull)
		.addColumn('audience', 'text', notNull)
		.addColumn('language', 'text', notNull)
		.addColumn('lesson', 'text')
		.addColumn('dose', 'integer', notNull)
		.addColumn('series', 'uuid', notNull)
		.addColumn('band', 'text', notNull)
		.addColumn('card', 'boolean', notNull)
		.addColumn('invitation', 'uuid', (column) => column.references('session_invitation.id'))
		.addColumn('trainer', 'uuid')
		.addColumn('source', 'text', notNull)
		.addColumn('received', 'timestamptz', notNull)
		.addColumn('look', 'text', (column) =>
			column.notNull().check(sql`look in ('none', 'picked', 'seen', 'doubted')`),
		)
		.addColumn('looked_by', 'uuid')
		.addCheckConstraint(
			'programme_session_second',
			sql`looked_by is null or looked_by is distinct from trainer`,
		)
		.execute()
	for (const columns of [['held_on', 'region'], ['series'], ['trainer']])
		await db.schema
			.createIndex(`programme_session_${columns.join('_')}`)
			.on('programme_session')
			.columns(columns)
			.execute()
}

/** Entries as they came: one a revision, never changed. What came as another one of the same revision stands apart until a person chooses. */
const makeEntries = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('session_entry')
		.addColumn('instance_id', 'uuid', notNull)
		.addColumn('revision', 'integer', notNull)
		.addColumn('sha256', 'text', notNull)
		.addColumn('content', 'text', notNull)
		.addColumn('verdict', 'text', (column) =>
			column.notNull().check(sql`verdict in ('counted', 'taken-back')`),
		)
		.addColumn('source', 'text', notNull)
		.addColumn('at', 'timestamptz', notNull)
		.addPrimaryKeyConstraint('session_entry_once', ['instance_id', 'revision'])
		.execute()
	await db.schema
		.createTable('session_rival')
		.addColumn('instance_id', 'uuid', notNull)
		.addColumn('revision', 'integer', notNull)
		.addColumn('sha256', 'text', notNull)
		.addColumn('content', 'text', notNull)
		.addColumn('source', 'text', notNull)
		.addColumn('at', 'timestamptz', notNull)
		.addColumn('settled_by', 'uuid')
		.addPrimaryKeyConstraint('session_rival_once', ['instance_id', 'revision', 'sha256'])
		.execute()
	await sql`create index session_rival_open on session_rival (instance_id) where settled_by is null`.execute(
		db,
	)
	await sql`create function refuse_change_of_entry() returns trigger language plpgsql as
		$$ begin raise exception 'entries of sessions are never changed'; end $$`.execute(db)
	await sql`create trigger session_entry_stays before update or delete on session_entry
		for each row execute function refuse_change_of_entry()`.execute(db)
}

/** Sessions of the awareness programme: planned, held, by invitation and offline, with anonymous tallies of a class. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeBefore(db)
	await makeSessions(db)
	await makeEntries(db)
	await db.schema
		.createTable('session_tally')
		.addColumn('session', 'uuid', (column) => column.notNull().references('programme_session.id'))
		.addColumn('topic', 'text', notNull)
		.addColumn('form', 'text', notNull)
		.addColumn('moment', 'text', (column) => column.notNull().check(sql`moment in ('before', 'after', 'w8')`))
		.addColumn('sheets', 'integer', notNull)
		.addColumn('content', 'text', notNull)
		.addColumn('by', 'uuid', notNull)
		.addColumn('at', 'timestamptz', notNull)
		.addPrimaryKeyConstraint('session_tally_once', ['session', 'topic', 'form', 'moment'])
		.execute()
}
