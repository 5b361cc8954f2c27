/** The database of the process: embedded in a folder, or a PostgreSQL server, the same to its users. */
import { join } from 'node:path'
import { CompiledQuery, Kysely, PostgresDialect, type DatabaseConnection } from 'kysely'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { lockFolder } from './folder-lock.ts'
import { startPglite } from './pglite.ts'
import { connectPostgres } from './postgres.ts'
import type { PlatformTables } from './setting-store.ts'

export type Database = {
	/** For the stores; a domain sees its own tables by `kysely.$extendTables<OwnTables>()`. */
	kysely: Kysely<PlatformTables>
	kind: 'pglite' | 'postgres'
	/** Waits for running queries, writes what is left to disk and frees the folder. */
	close: () => Promise<void>
}

const run = (setting: string) => async (connection: DatabaseConnection) =>
	void (await connection.executeQuery(CompiledQuery.raw(setting)))

/**
 * Kysely over a pool, in UTC so that both engines reckon days alike. `schema` is for tests, which share
 * PGlite's one session and therefore choose theirs at every use.
 */
export function openKysely(pool: pg.Pool, schema?: string): Kysely<PlatformTables> {
	const dialect = new PostgresDialect({
		pool,
		onCreateConnection: run("set time zone 'UTC'"),
		...(schema ? { onReserveConnection: run(`set search_path to ${schema}`) } : {}),
	})
	return new Kysely<PlatformTables>({ dialect })
}

async function openEmbedded(dataDir: string): Promise<Database> {
	const unlock = lockFolder(join(dataDir, 'database.lock'))
	try {
		const { pool, stop } = await startPglite(join(dataDir, 'database'))
		const close = async () => {
			await pool.end()
			await stop()
			unlock()
		}
		return { kysely: openKysely(pool), kind: 'pglite', close }
	} catch (error) {
		unlock()
		throw new Error(`Opening ${join(dataDir, 'database')}`, { cause: error })
	}
}

/**
 * Opens the PostgreSQL server at `databaseUrl`, or else the embedded database in `dataDir`, which is made at
 * the first start. The tables are not there before `migrate()`.
 * @throws AppError `database.in-use`, `database.unreachable` or `database.too-old`
 */
export async function openDatabase(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Database> {
	if (config.databaseUrl === undefined) return openEmbedded(config.dataDir)
	const pool = await connectPostgres(config.databaseUrl)
	return { kysely: openKysely(pool), kind: 'postgres', close: () => pool.end() }
}
