import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from './database/database.ts'
import { findInstallation } from './database/setting-store.ts'

/** Reports whether this process can do its work, in words that say nothing about visitors. */
export type Health = {
	status: 'ok' | 'failing'
	database: Database['kind']
	/** Migrations applied; 0 when that could not be read. */
	migrations: number
	milliseconds: number
}

async function countMigrations({ kysely }: Database): Promise<number> {
	if (!(await findInstallation(kysely))) return 0
	const { count } = await kysely
		.$extendTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select((select) => select.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow()
	return count
}

/**
 * Asks the database for something true. Never throws; `failing` when there is no answer within `limit`
 * milliseconds, or when the tables are not there.
 */
export async function checkHealth(database: Database, limit = 2000): Promise<Health> {
	const start = performance.now()
	const giveUp = new AbortController()
	const migrations = await Promise.race([
		// The reason stays in the database's own log: health is read by machines that only need the answer.
		countMigrations(database).catch(() => 0),
		wait(limit, 0, { signal: giveUp.signal }).catch(() => 0),
	])
	giveUp.abort()
	return {
		status: migrations > 0 ? 'ok' : 'failing',
		database: database.kind,
		migrations,
		milliseconds: Math.round(performance.now() - start),
	}
}

/** Bytes that the database takes on its disk. */
export const measureDatabase = async ({ kysely }: Database): Promise<number> => {
	const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
		kysely,
	)
	return rows[0]?.bytes ?? 0
}
