import { sql, type CreateTableBuilder, type Kysely } from 'kysely'

/** One column for each language of a text that people write. */
const addTexts = <Table extends string>(
	table: CreateTableBuilder<Table>,
	name: string,
): CreateTableBuilder<Table> =>
	['ar', 'fr', 'zgh', 'en'].reduce(
		(made, language) =>
			made.addColumn(`${name}_${language}`, 'text', (column) => column.notNull().defaultTo('')),
		table,
	)

const region = sql`region ~ '^MA-[0-9]{2}$'`

/** Those who promised, and the heads it stands under; the heads come with the founding document and stay. */
const makeHeads = async (db: Kysely<unknown>): Promise<void> => {
	await addTexts(db.schema.createTable('plan_party'), 'name')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('kind', 'text', (column) =>
			column
				.notNull()
				.check(sql`kind in ('ministry', 'ngo', 'academy', 'operator', 'school-network', 'partner')`),
		)
		.addColumn('region', 'text', (column) => column.check(region))
		.execute()
	await addTexts(db.schema.createTable('plan_initiative'), 'title')
		.addColumn('id', 'text', (column) => column.primaryKey().check(sql`id ~ '^i[1-9][0-9]?$'`))
		.addColumn('ordinal', 'integer', (column) => column.notNull().unique())
		.addColumn('source', 'text', (column) => column.notNull())
		.execute()
}

/**
 * Actions, as they stand at the desk. `due_first` never changes once an action is published: the table refuses it.
 * `version` counts every edit of it or of what hangs on it; `published_version` is the last that everybody sees.
 */
const makeActions = async (db: Kysely<unknown>): Promise<void> => {
	const action = addTexts(addTexts(db.schema.createTable('plan_action'), 'title'), 'reason')
	await action
		.addColumn('id', 'text', (column) =>
			column.primaryKey().check(sql`id ~ '^i[1-9][0-9]?-a[1-9][0-9]{0,3}$'`),
		)
		.addColumn('initiative', 'text', (column) => column.notNull().references('plan_initiative.id'))
		.addColumn('promise', 'text', (column) => column.notNull())
		.addColumn('promise_language', 'text', (column) => column.notNull())
		.addColumn('owner', 'text', (column) => column.references('plan_party.id'))
		.addColumn('audiences', 'text', (column) => column.notNull())
		.addColumn('region', 'text', (column) => column.check(region))
		.addColumn('promised_on', 'date')
		.addColumn('due_first', 'date')
		.addColumn('due_now', 'date')
		.addColumn('begun_on', 'date')
		.addColumn('ended_on', 'date')
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('promised', 'begun', 'done', 'dropped')`),
		)
		.addColumn('source', 'text', (column) => column.notNull())
		.addColumn('is_demonstration', 'boolean', (column) => column.notNull())
		.addColumn('made_by', 'uuid')
		.addColumn('changed_on', 'date', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('published_version', 'integer')
		.execute()
	await db.schema.createIndex('plan_action_region').on('plan_action').column('region').execute()
	await sql`create function keep_first_due() returns trigger language plpgsql as
		$$ begin
			if old.published_version is not null and old.due_first is not null and new.due_first is distinct from old.due_first
			then raise exception 'the first due date of a published action never changes'; end if;
			return new;
		end $$`.execute(db)
	await sql`create trigger plan_first_due_stays before update on plan_action
		for each row execute function keep_first_due()`.execute(db)
}

/** Edges from an action to one that it waits for; a circle is refused. */
const makeNeeds = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('plan_need')
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('needs', 'text', (column) => column.notNull().references('plan_action.id'))
		.addPrimaryKeyConstraint('plan_need_once', ['action', 'needs'])
		.execute()
	await sql`create function refuse_circle_of_needs() returns trigger language plpgsql as
		$$ begin
			if exists (
				with recursive reached (id) as (
					select new.needs union select plan_need.needs from plan_need join reached on plan_need.action = reached.id
				) select 1 from reached where id = new.action
			) then raise exception 'an action cannot wait for itself'; end if;
			return new;
		end $$`.execute(db)
	await sql`create trigger plan_need_no_circle before insert or update on plan_need
		for each row execute function refuse_circle_of_needs()`.execute(db)
}

/** Realisations of an action, and their evidence. */
const makeDone = async (db: Kysely<unknown>): Promise<void> => {
	await addTexts(addTexts(db.schema.createTable('plan_realisation'), 'title'), 'note')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('done_on', 'text', (column) =>
			column.notNull().check(sql`done_on ~ '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$'`),
		)
		.addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('begun', 'done')`))
		.addCheckConstraint('plan_realisation_of', sql`id like action || '-r%'`)
		.execute()
	await db.schema.createIndex('plan_realisation_action').on('plan_realisation').column('action').execute()
	await addTexts(db.schema.createTable('plan_evidence'), 'note')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('realisation', 'text', (column) => column.references('plan_realisation.id'))
		.addColumn('place', 'integer', (column) => column.notNull())
		.addColumn('kind', 'text', (column) =>
			column.notNull().check(sql`kind in ('law', 'page', 'document', 'address', 'entry')`),
		)
		.addColumn('reference', 'text', (column) => column.notNull())
		.addColumn('seen_on', 'date')
		.addColumn('confidence', 'text', (column) =>
			column.notNull().check(sql`confidence in ('sure', 'likely', 'unverified')`),
		)
		.addColumn('is_independent', 'boolean', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('plan_evidence_action').on('plan_evidence').column('action').execute()
}

/** Notes of the desk beside an action. */
const makeNotes = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('plan_risk')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('risk', 'text', (column) => column.notNull())
		.addColumn('owner', 'text', (column) => column.references('plan_party.id'))
		.addColumn('due', 'date')
		.addColumn('by', 'uuid')
		.execute()
	await db.schema
		.createTable('plan_decision')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('decision', 'text', (column) => column.notNull())
		.addColumn('decided_on', 'date', (column) => column.notNull())
		.addColumn('by', 'uuid')
		.execute()
	await db.schema
		.createTable('plan_budget')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('line', 'text', (column) => column.notNull())
		.addColumn('currency', 'text', (column) => column.notNull().check(sql`currency ~ '^[A-Z]{3}$'`))
		.addColumn('minor_units', 'bigint', (column) => column.notNull().check(sql`minor_units >= 0`))
		.addColumn('source', 'text', (column) => column.notNull())
		.addColumn('is_public', 'boolean', (column) => column.notNull())
		.addColumn('by', 'uuid')
		.execute()
	for (const table of ['plan_risk', 'plan_decision', 'plan_budget'])
		await db.schema.createIndex(`${table}_action`).on(table).column('action').execute()
}

/** Every edit, word for word: added, never changed. `beside`: what somebody wrote while somebody else wrote something else there. */
const makeChanges = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('plan_change')
		.addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
		.addColumn('action', 'text', (column) => column.notNull().references('plan_action.id'))
		.addColumn('thing', 'text', (column) => column.notNull())
		.addColumn('kind', 'text', (column) =>
			column.notNull().check(sql`kind in ('write', 'beside', 'settled', 'import', 'seed', 'note')`),
		)
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('patch', 'jsonb', (column) => column.notNull())
		.addColumn('settles', 'bigint', (column) => column.references('plan_change.id').unique())
		.addColumn('by', 'uuid')
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema.createIndex('plan_change_thing').on('plan_change').columns(['thing', 'version']).execute()
	await db.schema.createIndex('plan_change_action').on('plan_change').column('action').execute()
	await sql`create function refuse_change_of_plan_change() returns trigger language plpgsql as
		$$ begin raise exception 'changes of the plan are never changed'; end $$`.execute(db)
	await sql`create trigger plan_change_stays before update or delete on plan_change
		for each row execute function refuse_change_of_plan_change()`.execute(db)
}

/** The published plan, action by action, and which two persons agreed to it; files that were read and wait to be written. */
const makePublished = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('plan_publication')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('items', 'jsonb', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) =>
			column.notNull().check(sql`state in ('asked', 'published', 'refused')`),
		)
		.addColumn('first', 'uuid', (column) => column.notNull())
		.addColumn('second', 'uuid', (column) => column.check(sql`second <> first`))
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('plan_published')
		.addColumn('action', 'text', (column) => column.primaryKey().references('plan_action.id'))
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('body', 'jsonb', (column) => column.notNull())
		.addColumn('publication', 'uuid', (column) => column.references('plan_publication.id'))
		.execute()
	await db.schema
		.createTable('plan_import')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('by', 'uuid', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addColumn('rows', 'jsonb', (column) => column.notNull())
		.execute()
}

/** The plan of the programme: initiative, action, realisation, evidence; draft against published; every change. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeHeads(db)
	await makeActions(db)
	await makeNeeds(db)
	await makeDone(db)
	await makeNotes(db)
	await makeChanges(db)
	await makePublished(db)
}
