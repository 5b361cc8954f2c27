import { sql, type Kysely } from 'kysely'

/** A number with its interval, or the reason why there is none. `prefix`: of its columns. */
const number = (prefix: string) => sql`
	${sql.id(`${prefix}status`)} text not null check (${sql.id(`${prefix}status`)} in ('shown', 'too-few', 'not-counted', 'withheld')),
	${sql.id(`${prefix}value`)} double precision, ${sql.id(`${prefix}low`)} double precision, ${sql.id(`${prefix}high`)} double precision,
	check ((${sql.id(`${prefix}status`)} = 'shown') = (${sql.id(`${prefix}value`)} is not null)),
	check (${sql.id(`${prefix}value`)} is not null or (${sql.id(`${prefix}low`)} is null and ${sql.id(`${prefix}high`)} is null)),
	check ((${sql.id(`${prefix}low`)} is null) = (${sql.id(`${prefix}high`)} is null)),
	check (${sql.id(`${prefix}low`)} <= ${sql.id(`${prefix}value`)} and ${sql.id(`${prefix}value`)} <= ${sql.id(`${prefix}high`)})`

const place = sql.raw(`text not null check (place ~ '^MA(-([0-9]{2}|[A-Z]{3}))?$')`)

/** Rows that nobody changes or takes out again, the program that wrote them included. */
const freeze = async (db: Kysely<unknown>, table: string): Promise<void> => {
	await sql`create trigger ${sql.id(`${table}_frozen`)} before update or delete on ${sql.table(table)}
		for each row execute function programme_frozen()`.execute(db)
}

/** Published numbers of the programme, what was put right in them, what was aimed at, and what waits for a second person (decision 086). */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create function programme_frozen() returns trigger language plpgsql as $$
		begin raise exception 'a published row of % stays as it is', tg_table_name using errcode = 'check_violation'; end $$`.execute(
		db,
	)
	await sql`create table programme_figure (
		indicator text not null, place ${place}, period text not null, n integer check (n >= 0), ${number('')},
		method text not null, published_at timestamptz not null, by uuid, second uuid check (second <> by),
		primary key (indicator, place, period))`.execute(db)
	await sql`create index programme_figure_published on programme_figure (published_at)`.execute(db)
	await sql`create table programme_erratum (
		id uuid primary key, indicator text not null, place text not null, period text not null, life integer not null check (life >= 1),
		${number('was_')}, ${number('is_')},
		reason_ar text not null, reason_fr text not null, first uuid not null, second uuid not null check (second <> first),
		at timestamptz not null, entry uuid not null,
		unique (indicator, place, period, life),
		foreign key (indicator, place, period) references programme_figure (indicator, place, period))`.execute(
		db,
	)
	await sql`create table programme_target (
		id uuid primary key, indicator text not null, place ${place}, period text not null, value double precision not null,
		agreed_on date not null, replaces uuid unique references programme_target (id), by uuid not null)`.execute(
		db,
	)
	await sql`create unique index programme_target_first on programme_target (indicator, place, period) where replaces is null`.execute(
		db,
	)
	await sql`create table programme_proposal (
		id uuid primary key, kind text not null check (kind in ('figures', 'erratum')), region text, content text not null,
		digest text not null, by uuid not null, at timestamptz not null,
		state text not null check (state in ('waiting', 'published', 'refused')))`.execute(db)
	await sql`create index programme_proposal_waiting on programme_proposal (at) where state = 'waiting'`.execute(
		db,
	)
	for (const table of ['programme_figure', 'programme_erratum', 'programme_target']) await freeze(db, table)
}
