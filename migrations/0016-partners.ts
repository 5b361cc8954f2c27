import { sql, type Kysely } from 'kysely'

/** A partner, what was agreed with it, and by which channels it is reached. */
const makePartners = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('partner')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('name_ar', 'text', (column) => column.notNull())
		.addColumn('name_fr', 'text', (column) => column.notNull())
		.addColumn('name_zgh', 'text')
		.addColumn('name_en', 'text', (column) => column.notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('country', 'text', (column) => column.notNull().check(sql`country ~ '^[A-Z]{2}$'`))
		.addColumn('zone', 'text', (column) => column.notNull())
		.addColumn('hours', 'text', (column) => column.notNull())
		.addColumn('languages', 'text', (column) => column.notNull())
		.addColumn('agreement', 'text', (column) => column.notNull())
		.addColumn('agreed_from', 'date')
		.addColumn('agreed_to', 'date')
		.addColumn('flows', 'text', (column) => column.notNull())
		.addColumn('tlp_most', 'text', (column) => column.notNull())
		.addColumn('takes_personal', 'boolean', (column) => column.notNull())
		.addColumn('is_public', 'boolean', (column) => column.notNull())
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('draft', 'active', 'suspended', 'ended')`),
		)
		.addColumn('note', 'text', (column) => column.notNull())
		.addColumn('made', 'timestamptz', (column) => column.notNull())
		.addColumn('changed', 'timestamptz', (column) => column.notNull())
		.addCheckConstraint('partner_agreement', sql`agreed_to is null or agreed_from <= agreed_to`)
		.execute()
	await db.schema
		.createTable('partner_channel')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id').onDelete('cascade'))
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('place', 'integer', (column) => column.notNull())
		.addUniqueConstraint('partner_channel_place', ['partner', 'place'])
		.execute()
}

/** Public halves only, and digests of secrets. A key counts once a second person has compared it over another way than it came by. */
const makeKeys = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('partner_key')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id').onDelete('cascade'))
		.addColumn('use', 'text', (column) => column.notNull())
		.addColumn('kid', 'text', (column) => column.notNull())
		.addColumn('public', 'text', (column) => column.notNull())
		.addColumn('valid_from', 'timestamptz', (column) => column.notNull())
		.addColumn('valid_to', 'timestamptz')
		.addColumn('brought_by', 'uuid', (column) => column.notNull())
		.addColumn('brought_at', 'timestamptz', (column) => column.notNull())
		.addColumn('verified_by', 'uuid', (column) => column.check(sql`verified_by <> brought_by`))
		.addColumn('verified_at', 'timestamptz')
		.addColumn('revoked_at', 'timestamptz')
		.addColumn('revoked_why', 'text')
		.addUniqueConstraint('partner_key_kid', ['use', 'kid'])
		.execute()
	await db.schema.createIndex('partner_key_partner').on('partner_key').column('partner').execute()
}

/** Partners of the exchange desk, at home and abroad. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makePartners(db)
	await makeKeys(db)
}
