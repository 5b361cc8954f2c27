import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { AppError } from '#base'
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

/** Migrations that the database has seen and this version of the product does not know. */
const findNewer = async ({ kysely }: Pick<Database, 'kysely'>, known: Migrations): Promise<string[]> => {
	const rows = await kysely
		.$extendTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select('name')
		.orderBy('name')
		.execute()
		.catch(() => [])
	return rows.map(({ name }) => name).filter((name) => !(name in known))
}

const refuseNewer = (newer: readonly string[]): never => {
	throw new AppError(
		'database.newer',
		503,
		`Migrating the database: a newer version of the product has made it (${newer.join(', ')}); nothing was changed. Start that version again, or bring back the backup that was made before the upgrade (docs/running.md, section 6)`,
	)
}

/**
 * Brings the tables to the newest schema. Answer: names of the migrations applied now, in their order, empty
 * when there was nothing to do. All or none: they run in one transaction, and a lock keeps other processes out.
 * @throws AppError `database.newer` when a newer version made the database; Error when a migration fails. It is as before then.
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
		const newer = await findNewer(database, migrations)
		if (newer.length > 0) refuseNewer(newer)
		const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? 'the list of migrations'
		throw new Error(`Migrating the database: ${failed} failed, nothing was changed`, { cause: error })
	}
	const applied = results.map(({ migrationName }) => migrationName)
	const last = applied.at(-1)
	if (last) await recordInstallation(database.kysely, last, new Date())
	return applied
}
