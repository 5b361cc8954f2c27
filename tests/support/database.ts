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
	const kysely = openKysely<Tables>(pool, schema)
	await sql`create schema ${sql.id(schema)}`.execute(kysely)
	const close = async () => void (await sql`drop schema ${sql.id(schema)} cascade`.execute(kysely))
	onTestFinished(close)
	return { kysely, kind: name, close }
}

/** A schema with all tables of ours. */
export async function database(name: EngineName = 'pglite'): Promise<Database<Tables>> {
	const empty = await emptyDatabase(name)
	await migrate(empty)
	return empty
}
