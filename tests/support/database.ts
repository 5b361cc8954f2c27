/**
 * Databases for tests: a schema of its own for each, on the real engines. PGlite, or PostgreSQL when `DATABASE_URL` is set:
 * `describe.each(engines)('findCase() on %s', (engine) => …)`.
 */
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Tables } from '../../src/server/process/database.ts'
import { openKysely, type Database } from '../../src/lib/platform/server/database/database.ts'
import { migrate } from '../../src/lib/platform/server/database/migrate.ts'
import { startPglite, type Engine } from '../../src/lib/platform/server/database/pglite.ts'
import { connectPostgres } from '../../src/lib/platform/server/database/postgres.ts'
import { getSnapshot } from './ready-made.ts'
import { turnUnordered } from './unordered.ts'

export type EngineName = Database['kind']

const url = process.env.DATABASE_URL
export const engines: readonly EngineName[] = [url ? 'postgres' : 'pglite']

async function start(name: EngineName): Promise<Engine> {
	if (name === 'postgres') return { pool: await connectPostgres(url ?? ''), stop: async () => {} }
	return startPglite(undefined, await getSnapshot())
}

const started = new Map<EngineName, Promise<Engine>>()

function getEngine(name: EngineName): Promise<Engine> {
	const engine = started.get(name) ?? start(name)
	started.set(name, engine)
	return engine
}

/** An empty schema, dropped when the test ends. */
export async function emptyDatabase(name: EngineName = 'pglite'): Promise<Database<Tables>> {
	const { pool } = await getEngine(name)
	const schema = `test_${crypto.randomUUID().replaceAll('-', '')}`
	const kysely = openKysely<Tables>(pool, schema).withPlugin(turnUnordered())
	await sql`create schema ${sql.id(schema)}`.execute(kysely)
	const close = async () => void (await sql`drop schema ${sql.id(schema)} cascade`.execute(kysely))
	onTestFinished(close)
	return { kysely, kind: name, close }
}

/** What a schema with all tables of ours is like before a test has used it. */
type Kept = {
	kind: EngineName
	kysely: Database<Tables>['kysely']
	schema: string
	/** Columns, constraints, triggers, functions and rights, as one digest. */
	shape: string
	/** Rows that migrations have written, by table, as JSON. */
	seeds: ReadonlyMap<string, string>
	/** Last value of each sequence that migrations have used. */
	sequences: string
}

const readShape = async ({ kysely }: Pick<Kept, 'kysely'>): Promise<string> => {
	const { rows } = await sql<{ shape: string }>`
		with own as (select oid, relname, relacl, relkind from pg_class where relnamespace = current_schema()::regnamespace)
		select md5(concat(
			(select string_agg(concat(relname, relkind, relacl), ',' order by relname) from own),
			(select string_agg(concat(own.relname, attname, atttypid, attnotnull), ',' order by own.relname, attnum)
				from pg_attribute join own on own.oid = attrelid where not attisdropped),
			(select string_agg(conname, ',' order by conname) from pg_constraint where connamespace = current_schema()::regnamespace),
			(select string_agg(concat(tgname, tgenabled), ',' order by tgname, tgrelid)
				from pg_trigger join own on own.oid = tgrelid where not tgisinternal),
			(select string_agg(concat(proname, md5(prosrc)), ',' order by proname) from pg_proc where pronamespace = current_schema()::regnamespace),
			(select nspacl::text from pg_namespace where oid = current_schema()::regnamespace)
		)) as shape`.execute(kysely)
	return rows[0]?.shape ?? ''
}

const readSequences = async ({ kysely }: Pick<Kept, 'kysely'>): Promise<string> => {
	const { rows } = await sql<{ used: string | null }>`
		select string_agg(concat(sequencename, '=', last_value), ',' order by sequencename) as used
		from pg_sequences where schemaname = current_schema() and last_value is not null`.execute(kysely)
	return rows[0]?.used ?? ''
}

/** Tables of the schema that hold rows. */
const findFilled = async ({ kysely }: Pick<Kept, 'kysely'>): Promise<string[]> => {
	const { rows: tables } = await sql<{ name: string }>`
		select relname as name from pg_class
		where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'kysely%'`.execute(
		kysely,
	)
	const looks = tables.map(
		({ name }) =>
			sql<{ name: string }>`select ${sql.lit(name)} as name where exists (select from ${sql.id(name)})`,
	)
	const { rows } = await sql<{ name: string }>`${sql.join(looks, sql` union all `)}`.execute(kysely)
	return rows.map(({ name }) => name)
}

const make = async (name: EngineName): Promise<Kept> => {
	const { pool } = await getEngine(name)
	const schema = `test_${crypto.randomUUID().replaceAll('-', '')}`
	const kysely = openKysely<Tables>(pool, schema).withPlugin(turnUnordered())
	await sql`create schema ${sql.id(schema)}`.execute(kysely)
	await migrate({ kysely })
	const seeds = new Map<string, string>()
	for (const table of await findFilled({ kysely })) {
		const { rows } = await sql<{ all: string }>`
			select json_agg(one)::text as all from ${sql.id(table)} as one`.execute(kysely)
		seeds.set(table, rows[0]?.all ?? '[]')
	}
	const [shape, sequences] = [await readShape({ kysely }), await readSequences({ kysely })]
	return { kind: name, kysely, schema, shape, seeds, sequences }
}

/**
 * Brings a schema back to what migrations made of it: fifty times less work than a new one. Answer: false when the test has changed more than
 * rows, or has left a transaction open; then it is of no more use.
 */
const reset = async (kept: Kept): Promise<boolean> => {
	const { kysely, shape, seeds, sequences } = kept
	if ((await readShape(kept)) !== shape) return false
	const filled = await findFilled(kept)
	const used = await readSequences(kept)
	await kysely.transaction().execute(async (trx) => {
		// Triggers keep some tables from being emptied, as they should.
		await sql`set local session_replication_role = replica`.execute(trx)
		for (const table of filled) await sql`delete from ${sql.id(table)}`.execute(trx)
		for (const [table, rows] of seeds)
			await sql`insert into ${sql.id(table)} overriding system value
				select * from json_populate_recordset(null::${sql.id(table)}, ${rows}::json)`.execute(trx)
		if (used === sequences) return
		await sql`select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
			from pg_sequences where schemaname = current_schema() and last_value is not null`.execute(trx)
		for (const [, sequence = '', value = '1'] of sequences.matchAll(/([^,=]+)=(\d+)/gu))
			await sql`select setval(${sequence}::regclass, ${value}::bigint)`.execute(trx)
	})
	return true
}

const free = new Map<EngineName, Kept[]>()

const drop = async ({ kysely, schema }: Kept): Promise<void> =>
	void (await sql`drop schema ${sql.id(schema)} cascade`.execute(kysely))

/** Closes it for good, unless it could be brought back to what it was: then the next test gets it. */
const giveBack = async (kept: Kept): Promise<void> => {
	const isClean = await reset(kept).catch(() => false)
	if (isClean) free.set(kept.kind, [...(free.get(kept.kind) ?? []), kept])
	else await drop(kept)
}

/** A schema with all tables of ours, as migrations leave them. */
export async function database(name: EngineName = 'pglite'): Promise<Database<Tables>> {
	const kept = free.get(name)?.pop() ?? (await make(name))
	let isGone = false
	const close = async () => {
		if (isGone) return
		isGone = true
		await drop(kept)
	}
	onTestFinished(async () => {
		if (!isGone) await giveBack(kept)
	})
	return { kysely: kept.kysely, kind: name, close }
}

/** As {@link database}, for one of many examples in a test: the next one gets the same schema, emptied. */
export async function withDatabase(
	name: EngineName,
	use: (database: Database<Tables>) => Promise<void>,
): Promise<void> {
	const kept = free.get(name)?.pop() ?? (await make(name))
	try {
		await use({ kysely: kept.kysely, kind: name, close: () => drop(kept) })
	} finally {
		await giveBack(kept)
	}
}
