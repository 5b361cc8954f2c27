import { sql, type Kysely } from 'kysely'

/** Messages of partners, sealed to the desk: the id is the sender's Idempotency-Key. */
const makeMessages = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('exchange_message')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id'))
		.addColumn('kid', 'text', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('epoch', 'text', (column) => column.notNull())
		.addColumn('sealed', 'bytea', (column) => column.notNull())
		.addColumn('receipt', 'bytea', (column) => column.notNull())
		.addColumn('signed_at', 'timestamptz', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('unread', 'taken', 'quarantined', 'dropped')`),
		)
		.addColumn('why', 'text')
		.execute()
	const index = (name: string, columns: string[]): Promise<void> =>
		db.schema.createIndex(name).on('exchange_message').columns(columns).execute()
	await index('exchange_message_state', ['state', 'at'])
	await index('exchange_message_partner', ['partner', 'at'])
	await index('exchange_message_key', ['kid', 'signed_at'])
}

/** Numbers that each signature uses once, kept for as long as the signature would hold. */
const makeReplayGuard = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('replay_guard')
		.addColumn('kid', 'text', (column) => column.notNull())
		.addColumn('nonce', 'text', (column) => column.notNull())
		.addColumn('until', 'timestamptz', (column) => column.notNull())
		.addPrimaryKeyConstraint('replay_guard_once', ['kid', 'nonce'])
		.execute()
	await db.schema.createIndex('replay_guard_until').on('replay_guard').column('until').execute()
}

/** Public halves of our own keys for partners, and when each begins and ends; the secret halves lie in files. */
const makeOwnKeys = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('exchange_key')
		.addColumn('use', 'text', (column) => column.notNull())
		.addColumn('number', 'integer', (column) => column.notNull())
		.addColumn('kid', 'text', (column) => column.notNull().unique())
		.addColumn('x', 'text', (column) => column.notNull())
		.addColumn('begins', 'timestamptz', (column) => column.notNull())
		.addColumn('ends', 'timestamptz')
		.addPrimaryKeyConstraint('exchange_key_number', ['use', 'number'])
		.execute()
}

/** The signed channel to partners: its inbox, what keeps a message from counting twice, our keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeMessages(db)
	await makeReplayGuard(db)
	await makeOwnKeys(db)
}
