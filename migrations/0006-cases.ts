import { sql, type Kysely } from 'kysely'

const inCase = 'desk_case.id'

/** A case, the reports in it, what was done, which clocks run. No word of a reporter stands in any of these in clear. */
const makeCases = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('desk_case')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('category', 'text')
		.addColumn('reason', 'text')
		.addColumn('lane', 'text', (column) => column.notNull().check(sql`lane in ('danger', 'normal')`))
		.addColumn('assignee', 'uuid')
		.addColumn('supervisor', 'uuid')
		.addColumn('cluster', 'uuid')
		.addColumn('opened', 'timestamptz', (column) => column.notNull())
		.addColumn('changed', 'timestamptz', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('desk_case_status').on('desk_case').column('status').execute()
	await db.schema.createIndex('desk_case_cluster').on('desk_case').column('cluster').execute()
	await db.schema
		.createTable('case_report')
		.addColumn('report', 'uuid', (column) => column.primaryKey())
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('epoch', 'text', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('case_report_case').on('case_report').column('case_id').execute()
	await db.schema.createIndex('case_report_epoch').on('case_report').column('epoch').execute()
	await db.schema
		.createTable('case_step')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('status', 'text')
		.addColumn('reason', 'text')
		.addColumn('by', 'uuid')
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addColumn('place', 'integer', (column) => column.notNull())
		.addUniqueConstraint('case_step_place', ['case_id', 'place'])
		.execute()
	await db.schema
		.createTable('case_clock')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('clock', 'text', (column) => column.notNull())
		.addColumn('started', 'timestamptz', (column) => column.notNull())
		.addColumn('due', 'timestamptz', (column) => column.notNull())
		.addColumn('ended', 'timestamptz')
		.execute()
	await sql`create unique index case_clock_running on case_clock (case_id, clock) where ended is null`.execute(
		db,
	)
}

/** What analysts write, sealed in their browsers, and the tokens by which reports of the same place find each other. */
const makeNotes = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('case_note')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('epoch', 'text', (column) => column.notNull())
		.addColumn('sealed', 'bytea', (column) => column.notNull())
		.addColumn('by', 'uuid', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('case_note_case').on('case_note').column('case_id').execute()
	await db.schema
		.createTable('case_token')
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('address', 'words')`))
		.addColumn('token', 'bytea', (column) => column.notNull().check(sql`length(token) = 16`))
		.addPrimaryKeyConstraint('case_token_pkey', ['case_id', 'kind', 'token'])
		.execute()
	await db.schema.createIndex('case_token_token').on('case_token').column('token').execute()
	await db.schema
		.createTable('case_check')
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('item', 'text', (column) => column.notNull())
		.addColumn('by', 'uuid', (column) => column.notNull())
		.addPrimaryKeyConstraint('case_check_pkey', ['case_id', 'item'])
		.execute()
}

/** Acts of two persons, and what they keep or let go. The table itself refuses that both are the same. */
const makeFourEyes = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('approval')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('act', 'text', (column) => column.notNull())
		.addColumn('subject', 'text', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('asked_by', 'uuid', (column) => column.notNull())
		.addColumn('asked_at', 'timestamptz', (column) => column.notNull())
		.addColumn('decided_by', 'uuid', (column) => column.check(sql`decided_by <> asked_by`))
		.addColumn('decided_at', 'timestamptz')
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('asked', 'granted', 'refused', 'withdrawn', 'used')`),
		)
		.addCheckConstraint(
			'approval_two_persons',
			sql`state in ('asked', 'withdrawn') or decided_by is not null`,
		)
		.execute()
	await sql`create unique index approval_open on approval (act, subject, digest) where state in ('asked', 'granted')`.execute(
		db,
	)
	await db.schema
		.createTable('hold')
		.addColumn('case_id', 'uuid', (column) => column.primaryKey().references(inCase).onDelete('restrict'))
		.addColumn('reason_sealed', 'bytea', (column) => column.notNull())
		.addColumn('placed_by', 'uuid', (column) => column.notNull())
		.addColumn('approved_by', 'uuid', (column) => column.notNull().check(sql`approved_by <> placed_by`))
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('dossier')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('case_id', 'uuid', (column) => column.notNull().references(inCase).onDelete('cascade'))
		.addColumn('manifest', 'text', (column) => column.notNull())
		.addColumn('token_hash', 'text', (column) => column.notNull().unique())
		.addColumn('approval', 'uuid', (column) => column.notNull())
		.addColumn('by', 'uuid', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addColumn('received_at', 'timestamptz')
		.execute()
	await db.schema
		.createTable('erasure')
		.addColumn('epoch', 'text', (column) => column.primaryKey())
		.addColumn('certificate', 'text', (column) => column.notNull())
		.addColumn('entry', 'uuid', (column) => column.notNull())
		.addColumn('salt', 'bytea', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
}

/** What stands behind the public record, and how people are. `act_record` has the contents of its commitments. */
const makeRecords = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('act_record')
		.addColumn('entry', 'uuid', (column) => column.primaryKey())
		.addColumn('case_id', 'uuid')
		.addColumn('content', 'text', (column) => column.notNull())
		.addColumn('salt', 'bytea', (column) => column.notNull().check(sql`length(salt) = 32`))
		.execute()
	await db.schema.createIndex('act_record_case').on('act_record').column('case_id').execute()
	await db.schema
		.createTable('exposure')
		.addColumn('user_id', 'uuid', (column) => column.notNull())
		.addColumn('day', 'date', (column) => column.notNull())
		.addColumn('minutes', 'integer', (column) => column.notNull())
		.addColumn('items', 'integer', (column) => column.notNull())
		.addColumn('severity', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('exposure_pkey', ['user_id', 'day'])
		.execute()
	await db.schema
		.createTable('desk_count')
		.addColumn('month', 'text', (column) => column.notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('grouped', 'text', (column) => column.notNull())
		.addColumn('count', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('desk_count_pkey', ['month', 'kind', 'grouped'])
		.execute()
}

/** Cases of the desk. Ids are random; times of what people at the desk do are quarters of an hour. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeCases(db)
	await makeNotes(db)
	await makeFourEyes(db)
	await makeRecords(db)
}
