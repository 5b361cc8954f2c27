import { sql, type Kysely } from 'kysely'

/** Things that partners block by. Values stand in clear: they are made to be handed out (decision 078). Lists of words are joined by commas. */
const makeIndicators = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('indicator')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('kind', 'text', (column) =>
			column.notNull().check(sql`kind in ('domain', 'url', 'sha256', 'md5', 'pdq')`),
		)
		.addColumn('value', 'text', (column) => column.notNull())
		.addColumn('owner', 'text', (column) => column.notNull())
		.addColumn('life', 'integer', (column) => column.notNull().check(sql`life >= 1`))
		.addColumn('audiences', 'text', (column) => column.notNull())
		.addColumn('tlp', 'text', (column) => column.notNull())
		.addColumn('pap', 'text', (column) => column.notNull())
		.addColumn('valid_from', 'timestamptz', (column) => column.notNull())
		.addColumn('valid_until', 'timestamptz', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('state', 'text', (column) =>
			column
				.notNull()
				.check(sql`state in ('offered', 'proposed', 'refused', 'published', 'withdrawn', 'expired')`),
		)
		.addColumn('reason', 'text')
		.addColumn('batch', 'uuid')
		.addColumn('proposed_by', 'uuid')
		.addColumn('approved_by', 'uuid')
		.addColumn('created', 'timestamptz', (column) => column.notNull())
		.addColumn('modified', 'timestamptz', (column) => column.notNull())
		.addColumn('added', 'bigint', (column) => column.unique())
		.addUniqueConstraint('indicator_life', ['kind', 'value', 'owner', 'life'])
		.addCheckConstraint('indicator_times', sql`valid_from < valid_until`)
		.addCheckConstraint(
			'indicator_two_persons',
			sql`state not in ('published', 'withdrawn', 'expired')
				or version = 0 or (approved_by is not null and proposed_by is not null and approved_by <> proposed_by)`,
		)
		.addCheckConstraint('indicator_withdrawn', sql`state <> 'withdrawn' or reason is not null`)
		.execute()
	await sql`create unique index indicator_current on indicator (kind, value) where state in ('proposed', 'published')`.execute(
		db,
	)
	await sql`create index indicator_published on indicator (added) where state = 'published'`.execute(db)
	await sql`create index indicator_over on indicator (valid_until) where state = 'published'`.execute(db)
	await sql`create index indicator_waiting on indicator (state, batch) where state in ('offered', 'proposed')`.execute(
		db,
	)
	await db.schema
		.createTable('indicator_version')
		.addColumn('indicator', 'uuid', (column) => column.notNull().references('indicator.id'))
		.addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
		.addColumn('serial', 'bigint', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('indicator_version_key', ['indicator', 'version'])
		.execute()
	await db.schema.createIndex('indicator_version_serial').on('indicator_version').column('serial').execute()
}

/** The five views: all get a new serial with each change, and say what they were when they were last built. */
const makePublications = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('publication')
		.addColumn('view', 'text', (column) => column.primaryKey())
		.addColumn('serial', 'bigint', (column) => column.notNull())
		.addColumn('last_added', 'bigint', (column) => column.notNull())
		.addColumn('built_serial', 'bigint')
		.addColumn('digest', 'text')
		.addColumn('built_at', 'timestamptz')
		.execute()
	await sql`insert into publication (view, serial, last_added)
		select unnest(array['taxii', 'misp', 'rpz', 'safe-browsing', 'stopncii']), 0, 0`.execute(db)
	await db.schema
		.createTable('indicator_proof')
		.addColumn('indicator', 'uuid', (column) => column.notNull().references('indicator.id'))
		.addColumn('view', 'text', (column) => column.notNull().references('publication.view'))
		.addColumn('serial', 'bigint', (column) => column.notNull())
		.addColumn('gone_serial', 'bigint')
		.addColumn('digest', 'text')
		.addColumn('gone_at', 'timestamptz')
		.addPrimaryKeyConstraint('indicator_proof_key', ['indicator', 'view'])
		.execute()
	await sql`create index indicator_proof_open on indicator_proof (view) where gone_at is null`.execute(db)
}

/** STIX objects as partners pull them: each version of each object in each collection, under a time that no other has. */
const makeCollections = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('taxii_object')
		.addColumn('collection', 'text', (column) => column.notNull())
		.addColumn('added', 'bigint', (column) => column.notNull())
		.addColumn('object', 'text', (column) => column.notNull())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('version', 'text', (column) => column.notNull())
		.addColumn('is_first', 'boolean', (column) => column.notNull())
		.addColumn('is_last', 'boolean', (column) => column.notNull())
		.addColumn('body', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('taxii_object_key', ['collection', 'added'])
		.addUniqueConstraint('taxii_object_version', ['collection', 'object', 'version'])
		.execute()
	await sql`create index taxii_object_last on taxii_object (collection, added) where is_last`.execute(db)
	await sql`create index taxii_object_object on taxii_object (object)`.execute(db)
}

/** Feedback of partners: what they saw, and of what could not be read only its digest. */
const makeFeedback = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('indicator_feedback')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id').onDelete('cascade'))
		.addColumn('indicator', 'uuid', (column) => column.references('indicator.id'))
		.addColumn('object', 'text', (column) => column.notNull())
		.addColumn('version', 'text', (column) => column.notNull())
		.addColumn('code', 'text', (column) => column.notNull())
		.addColumn('count', 'integer', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addUniqueConstraint('indicator_feedback_once', ['partner', 'object', 'version'])
		.execute()
	await db.schema
		.createIndex('indicator_feedback_indicator')
		.on('indicator_feedback')
		.column('indicator')
		.execute()
	await db.schema
		.createTable('taxii_status')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('partner', 'uuid', (column) => column.notNull().references('partner.id').onDelete('cascade'))
		.addColumn('body', 'text', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('taxii_checkpoint')
		.addColumn('channel', 'uuid', (column) => column.primaryKey())
		.addColumn('added_after', 'text')
		.addColumn('fault', 'text')
		.addColumn('pulled_at', 'timestamptz', (column) => column.notNull())
		.execute()
}

/** Indicators, the views that publish them, and what comes back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeIndicators(db)
	await makePublications(db)
	await makeCollections(db)
	await makeFeedback(db)
}
