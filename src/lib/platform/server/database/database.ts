/** The database of the process: embedded in a folder, or a PostgreSQL server, the same to its users. */
import { join } from 'node:path'
import { CompiledQuery, Kysely, PostgresDialect, type DatabaseConnection, type PostgresPool } from 'kysely'
import type pg from 'pg'
import { AppError } from '#base'
import type { AuditTables } from '../audit/audit-tables.ts'
import type { Config } from '../config.ts'
import { lockFolder } from './folder-lock.ts'
import { startPglite } from './pglite.ts'
import { connectPostgres } from './postgres.ts'
import type { PlatformTables } from './setting-store.ts'

/** Tables of this floor. Whoever opens the database names those of the rooms above as well. */
export type StoredTables = PlatformTables & AuditTables

export type Database<Tables extends StoredTables = StoredTables> = {
	/** For the stores: each takes its own tables of it, as `QueriesOf<OwnTables>`. */
	kysely: Kysely<Tables>
	kind: 'pglite' | 'postgres'
	/** A connection of one's own, to be released. Only a server has more than one to give. */
	connect?: () => Promise<pg.PoolClient>
	/** Waits for running queries, writes what is left to disk and frees the folder. */
	close: () => Promise<void>
}

const run = (setting: string) => async (connection: DatabaseConnection) =>
	void (await connection.executeQuery(CompiledQuery.raw(setting)))

/** Words of `pg-pool` to whoever has stood in its line for `connectionTimeoutMillis`; it has no code for it. */
const waitedTooLong = 'timeout exceeded when trying to connect'

/** The pool, whose line has an end in a flood: who has waited that long is refused and may come again, which is no fault of ours. */
const refuseWhenBusy = (pool: pg.Pool): PostgresPool => ({
	options: pool.options,
	end: () => pool.end(),
	connect: () =>
		pool.connect().catch((error: unknown) => {
			if (!(error instanceof Error) || error.message !== waitedTooLong) throw error
			throw new AppError('database.busy', 503, 'Asking the database: too many wait for it; try again')
		}),
})

/**
 * Kysely over a pool, in UTC so that both engines reckon days alike. `schema` is for tests, which share
 * PGlite's one session and therefore choose theirs at every use. A query throws AppError `database.busy` (503) when it has waited for a
 * connection as long as the pool allows.
 */
export function openKysely<Tables extends StoredTables>(pool: pg.Pool, schema?: string): Kysely<Tables> {
	const dialect = new PostgresDialect({
		pool: refuseWhenBusy(pool),
		onCreateConnection: run("set time zone 'UTC'"),
		...(schema ? { onReserveConnection: run(`set search_path to ${schema}`) } : {}),
	})
	return new Kysely<Tables>({ dialect })
}

async function openEmbedded<Tables extends StoredTables>(dataDir: string): Promise<Database<Tables>> {
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
 * @throws AppError `database.in-use`, `database.unreachable`, `database.too-old` or `database.keeps-moments`
 */
export async function openDatabase<Tables extends StoredTables = StoredTables>(
	config: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<Database<Tables>> {
	if (config.databaseUrl === undefined) return openEmbedded(config.dataDir)
	const pool = await connectPostgres(config.databaseUrl)
	const kysely = openKysely<Tables>(pool)
	return { kysely, kind: 'postgres', connect: () => pool.connect(), close: () => pool.end() }
}
