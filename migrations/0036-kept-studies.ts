import { sql, type Kysely } from 'kysely'

/** Columns that hold a result to its sheets, a stop to its two persons, and a study to the forms that it was drawn with. */
const addColumns = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.alterTable('trial')
		.addColumn('stop_asked_by', 'uuid')
		.addColumn('stop_agreed_by', 'uuid', (column) => column.check(sql`stop_agreed_by <> stop_asked_by`))
		.execute()
	await db.schema.alterTable('trial_draw').addColumn('forms', 'integer').execute()
	await db.schema.alterTable('trial_result').addColumn('tallies', 'text').execute()
}

/** The newest result of each study keeps what is there now: of older ones, nobody can say any more what they were made of. */
const keepTallies = async (db: Kysely<unknown>): Promise<void> => {
	await sql`update trial_result set tallies = (
		select json_agg(json_build_object('label', label, 'moment', moment, 'outcome', outcome, 'counts', counts::json)
			order by label, moment, outcome)::text
		from trial_tally where trial_tally.trial = trial_result.trial)
		where version = (select max(version) from trial_result as other where other.trial = trial_result.trial)`.execute(
		db,
	)
}

/** A study that one person has stopped after its draw waits for the second one; what is published stays so, and a correction is told from a first result. */
const mendStates = async (db: Kysely<unknown>): Promise<void> => {
	const isPublished = sql`exists (select from trial_result where trial = number and approved_at is not null)`
	await sql`update trial set state = 'published', stop_reason = null where state = 'stopped' and ${isPublished}`.execute(
		db,
	)
	await sql`update trial set state = 'stopping', stop_asked_by = registered_by
		where state = 'stopped' and exists (select from trial_draw where trial = number and value is not null)`.execute(
		db,
	)
	await sql`update trial set state = 'correcting' where state = 'reported' and ${isPublished}`.execute(db)
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await addColumns(db)
	await keepTallies(db)
	await mendStates(db)
}
