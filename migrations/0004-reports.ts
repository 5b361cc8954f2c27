import { sql, type Kysely } from 'kysely'

/** Sealed bytes do not get smaller: trying to compress them costs a write half its time. */
const keepAsIs = async (db: Kysely<unknown>, table: string): Promise<void> => {
	await sql`alter table ${sql.table(table)} alter column sealed set storage external`.execute(db)
}

const makeEpochs = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('epoch')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('recipient', 'text', (column) => column.notNull())
		.addColumn('answer_key', 'text', (column) => column.notNull())
		.addColumn('begins', 'date', (column) => column.notNull())
		.addColumn('ends', 'date', (column) => column.notNull())
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('current', 'past', 'destroyed')`),
		)
		.addColumn('record', 'text', (column) => column.notNull())
		.execute()
	await sql`create unique index epoch_current on epoch ((true)) where state = 'current'`.execute(db)
}

const makeReports = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('report')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('epoch', 'text', (column) => column.notNull())
		.addColumn('sealed', 'bytea', (column) => column.notNull())
		.addColumn('sealed_by', 'text', (column) =>
			column.notNull().check(sql`sealed_by in ('browser', 'server')`),
		)
		.addColumn('lane', 'text', (column) => column.notNull().check(sql`lane in ('danger', 'normal')`))
		.addColumn('salt', 'bytea', (column) => column.notNull().check(sql`length(salt) = 32`))
		.addColumn('commitment', 'bytea', (column) => column.notNull().check(sql`length(commitment) = 32`))
		.addColumn('entry', 'uuid', (column) => column.notNull())
		.addColumn('hour', 'timestamptz', (column) => column.notNull())
		.execute()
	await keepAsIs(db, 'report')
	await db.schema
		.createTable('report_status')
		.addColumn('report', 'uuid', (column) => column.primaryKey())
		.addColumn('status', 'text', (column) => column.notNull())
		.execute()
}

const makeMailboxes = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('mailbox')
		.addColumn('lookup_mac', 'bytea', (column) => column.primaryKey())
		.addColumn('report', 'uuid', (column) => column.notNull().unique())
		.addColumn('keys', 'bytea', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('mailbox_message')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('report', 'uuid', (column) => column.notNull())
		.addColumn('n', 'integer', (column) => column.notNull().check(sql`n > 0`))
		.addColumn('sender', 'text', (column) =>
			column.notNull().check(sql`sender in ('desk', 'reporter', 'status')`),
		)
		.addColumn('epoch', 'text')
		.addColumn('sealed', 'bytea', (column) => column.notNull())
		.addColumn('hour', 'timestamptz', (column) => column.notNull())
		.addUniqueConstraint('mailbox_message_place', ['report', 'sender', 'n'])
		.execute()
	await keepAsIs(db, 'mailbox_message')
	await db.schema
		.createTable('form_token')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('expires', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('form_token_expires').on('form_token').column('expires').execute()
}

/** Sealed reports, their mailboxes, the keys they are sealed to. Ids are random, times are whole hours. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeEpochs(db)
	await makeReports(db)
	await makeMailboxes(db)
}
