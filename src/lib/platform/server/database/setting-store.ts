import type { ColumnType, JSONColumnType, QueryCreator } from 'kysely'

export type PlatformTables = {
	setting: {
		key: string
		value: JSONColumnType<Installation>
		changed_at: ColumnType<Date, Date, Date>
	}
}

/** Kind of this installation, as stored in the database. */
export type Installation = {
	/** Random, made at the first start; tells two installations apart and nothing else. */
	id: string
	/** First start, ISO 8601. */
	startedAt: string
	/** Name of the last migration. */
	schema: string
}

const key = 'installation'

export async function findInstallation(db: QueryCreator<PlatformTables>): Promise<Installation | undefined> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
	return row?.value
}

/** Remembers the first start, once, and after each migration the schema. */
export async function recordInstallation(
	db: QueryCreator<PlatformTables>,
	schema: string,
	now: Date,
): Promise<Installation> {
	const first = { id: crypto.randomUUID(), startedAt: now.toISOString() }
	const known = await findInstallation(db)
	const installation: Installation = { ...(known ?? first), schema }
	const value = JSON.stringify(installation)
	await db
		.insertInto('setting')
		.values({ key, value, changed_at: now })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at: now }))
		.execute()
	return installation
}
