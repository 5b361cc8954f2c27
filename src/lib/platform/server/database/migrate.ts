import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { migrations as ours } from '#migrations'
import type { Database } from './database.ts'
import { recordInstallation } from './setting-store.ts'

type Migrations = Readonly<Record<string, Migration>>

// The migrator looks for its own tables in every schema unless told which one is ours.
async function findSchema({ kysely }: Pick<Database, 'kysely'>): Promise<string> {
	const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(kysely)
	const name = rows[0]?.name
	if (name) return name
	throw new Error('Migrating the database: its account has no schema; grant it one in its search_path')
}

/**
 * Brings the tables to the newest schema. Answer: names of the migrations applied now, in their order, empty
 * when there was nothing to do. All or none: they run in one transaction, and a lock keeps other processes out.
 * @throws Error when one fails; the database is as before.
 */
export async function migrate(
	database: Pick<Database, 'kysely'>,
	migrations: Migrations = ours,
): Promise<string[]> {
	const migrator = new Migrator({
		db: database.kysely,
		provider: { getMigrations: async () => ({ ...migrations }) },
		migrationTableSchema: await findSchema(database),
	})
	const { error, results = [] } = await migrator.migrateToLatest()
	if (error) {
		const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? 'the list of migrations'
		throw new Error(`Migrating the database: ${failed} failed, nothing was changed`, { cause: error })
	}
	const applied = results.map(({ migrationName }) => migrationName)
	const last = applied.at(-1)
	if (last) await recordInstallation(database.kysely, last, new Date())
	return applied
}
