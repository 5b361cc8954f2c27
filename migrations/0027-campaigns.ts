import { sql, type Kysely } from 'kysely'

/** Campaigns and their slots: a campaign's channel has one of 64 cells until the last of its codes is retired. Lists of words are joined by commas. */
const makeCampaigns = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('campaign')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('title', 'text', (column) => column.notNull().check(sql`length(title) between 1 and 120`))
		.addColumn('event', 'text')
		.addColumn('from_day', 'text', (column) =>
			column.notNull().check(sql`from_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
		)
		.addColumn('until_day', 'text', (column) =>
			column.notNull().check(sql`until_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
		)
		.addColumn('audiences', 'text', (column) => column.notNull())
		.addColumn('languages', 'text', (column) => column.notNull())
		.addColumn('channels', 'text', (column) => column.notNull())
		.addColumn('region', 'text', (column) => column.check(sql`region ~ '^MA-[0-9]{2}$'`))
		.addColumn('made_by', 'uuid', (column) => column.notNull())
		.addColumn('made', 'timestamptz', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.addCheckConstraint('campaign_days', sql`from_day <= until_day`)
		.execute()
	await db.schema
		.createTable('campaign_slot')
		.addColumn('slot', 'integer', (column) => column.notNull().check(sql`slot between 0 and 63`))
		.addColumn('campaign', 'uuid', (column) => column.notNull().references('campaign.id'))
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('from_quarter', 'text', (column) => column.notNull())
		.addColumn('until_quarter', 'text')
		.addPrimaryKeyConstraint('campaign_slot_key', ['campaign', 'channel'])
		.execute()
	await sql`create unique index campaign_slot_held on campaign_slot (slot) where until_quarter is null`.execute(
		db,
	)
	await db.schema
		.createTable('campaign_code')
		.addColumn('code', 'text', (column) => column.primaryKey().check(sql`code ~ '^[0-9A-Z]{6}$'`))
		.addColumn('campaign', 'uuid', (column) => column.notNull().references('campaign.id'))
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('language', 'text', (column) => column.notNull())
		.addColumn('place', 'text')
		.addColumn('target', 'text', (column) => column.notNull())
		.addColumn('print_run', 'integer', (column) => column.notNull().check(sql`print_run >= 50`))
		.addColumn('made_by', 'uuid', (column) => column.notNull())
		.addColumn('made', 'timestamptz', (column) => column.notNull())
		.addColumn('retired_on', 'text')
		.addForeignKeyConstraint('campaign_code_slot', ['campaign', 'channel'], 'campaign_slot', [
			'campaign',
			'channel',
		])
		.execute()
	await sql`create unique index campaign_code_one on campaign_code (campaign, channel, language, coalesce(place, '')) where retired_on is null`.execute(
		db,
	)
}

/** Materials, and who agreed to which of their words: the author never, and nobody twice. */
const makeMaterials = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('material')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('campaign', 'uuid', (column) => column.notNull().references('campaign.id'))
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('language', 'text', (column) => column.notNull())
		.addColumn('source', 'text', (column) => column.notNull())
		.addColumn('source_hash', 'text', (column) => column.notNull())
		.addColumn('words', 'text', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('author', 'uuid', (column) => column.notNull())
		.addColumn('changed', 'timestamptz', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.addUniqueConstraint('material_one', ['campaign', 'kind', 'language'])
		.execute()
	await db.schema
		.createTable('material_approval')
		.addColumn('material', 'uuid', (column) => column.notNull().references('material.id'))
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('place', 'integer', (column) => column.notNull().check(sql`place in (1, 2)`))
		.addColumn('by', 'uuid', (column) => column.notNull())
		.addColumn('author', 'uuid', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addPrimaryKeyConstraint('material_approval_key', ['material', 'digest', 'place'])
		.addUniqueConstraint('material_approval_once', ['material', 'digest', 'by'])
		.addCheckConstraint('material_approval_other', sql`by <> author`)
		.execute()
	await db.schema
		.createTable('use_note')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('material', 'uuid', (column) => column.notNull().references('material.id'))
		.addColumn('place', 'text', (column) => column.notNull())
		.addColumn('day', 'text', (column) => column.notNull())
		.addColumn('copies', 'integer', (column) => column.notNull().check(sql`copies >= 1`))
		.addColumn('by', 'uuid', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('use_note_material').on('use_note').column('material').execute()
}

/** Campaigns of the awareness programme, their codes and materials. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeCampaigns(db)
	await makeMaterials(db)
}
