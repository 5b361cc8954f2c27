import { sql, type Kysely } from 'kysely'

/** What goes to a partner and what comes from one. No address and no word of it stands here: a digest, and what the desk must do next. */
const makeReferrals = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('referral')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('ref', 'text', (column) => column.notNull().unique())
		.addColumn('direction', 'text', (column) => column.notNull().check(sql`direction in ('in', 'out')`))
		.addColumn('case_id', 'uuid', (column) => column.references('desk_case.id').onDelete('set null'))
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id'))
		.addColumn('country', 'text', (column) => column.check(sql`country ~ '^[A-Z]{2}$'`))
		.addColumn('subject', 'text', (column) => column.notNull())
		.addColumn('urgency', 'text', (column) =>
			column.notNull().check(sql`urgency in ('normal', 'high', 'imminent-risk')`),
		)
		.addColumn('tlp', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('acknowledge_by', 'timestamptz')
		.addColumn('outcome_by', 'timestamptz')
		.addColumn('outcome', 'text')
		.addColumn('digest', 'text', (column) => column.check(sql`digest ~ '^[0-9a-f]{64}$'`))
		.addColumn('approval', 'uuid')
		.addColumn('peer_ref', 'text')
		.addColumn('message', 'uuid')
		.addColumn('told_at', 'timestamptz')
		.addColumn('answer_hash', 'text', (column) => column.unique())
		.addColumn('answer_until', 'timestamptz')
		.addColumn('by', 'uuid')
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addColumn('changed', 'timestamptz', (column) => column.notNull())
		.addCheckConstraint(
			'referral_sent_by_two',
			sql`direction = 'in' or state in ('draft', 'review', 'closed') or approval is not null`,
		)
		.execute()
	await db.schema.createIndex('referral_state').on('referral').columns(['state', 'outcome_by']).execute()
	await db.schema.createIndex('referral_case').on('referral').column('case_id').execute()
	await db.schema.createIndex('referral_partner').on('referral').columns(['partner', 'peer_ref']).execute()
	await db.schema
		.createTable('referral_number')
		.addColumn('year', 'integer', (column) => column.primaryKey())
		.addColumn('last', 'integer', (column) => column.notNull())
		.execute()
}

/** The outbox: what is sealed and on its way. `id` goes along as the key by which a partner knows a second try. */
const makeOutbox = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('referral_message')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('referral', 'uuid', (column) => column.notNull().references('referral.id').onDelete('cascade'))
		.addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('referral', 'outcome')`))
		.addColumn('channel', 'uuid', (column) => column.notNull())
		.addColumn('channel_kind', 'text', (column) => column.notNull())
		.addColumn('sealed_body', 'bytea')
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('queued', 'sending', 'sent', 'accepted', 'rejected', 'dead')`),
		)
		.addColumn('attempts', 'integer', (column) => column.notNull())
		.addColumn('failures', 'integer', (column) => column.notNull())
		.addColumn('next_at', 'timestamptz', (column) => column.notNull())
		.addColumn('expires', 'timestamptz', (column) => column.notNull())
		.addColumn('fault', 'text')
		.addColumn('receipt', 'bytea')
		.addColumn('peer_ref', 'text')
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addCheckConstraint(
			'referral_message_body',
			sql`sealed_body is not null or state not in ('queued', 'sending')`,
		)
		.execute()
	await sql`create index referral_message_due on referral_message (next_at) where state in ('queued', 'sending')`.execute(
		db,
	)
	await db.schema.createIndex('referral_message_referral').on('referral_message').column('referral').execute()
}

/** What happened to a referral, in its order. What a partner wrote stands in it sealed to the keys of the desk. */
const makeSteps = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('referral_step')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('referral', 'uuid', (column) => column.notNull().references('referral.id').onDelete('cascade'))
		.addColumn('place', 'integer', (column) => column.notNull())
		.addColumn('event', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('code', 'text')
		.addColumn('epoch', 'text')
		.addColumn('sealed', 'bytea')
		.addColumn('message', 'uuid')
		.addColumn('by', 'uuid')
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addUniqueConstraint('referral_step_place', ['referral', 'place'])
		.execute()
	await sql`create function referral_step_stays() returns trigger language plpgsql as $$
		begin raise exception 'steps of a referral are only added'; end $$`.execute(db)
	await sql`create trigger referral_step_stays before update on referral_step
		for each row execute function referral_step_stays()`.execute(db)
}

/** Referrals to partners and from them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeReferrals(db)
	await makeOutbox(db)
	await makeSteps(db)
}
