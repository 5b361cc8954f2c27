import { sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import { describe, expect, test } from 'vitest'
import { emptyDatabase, engines } from '../../../../../tests/support/database.ts'
import { migrations } from '#migrations'
import { migrate } from './migrate.ts'
import { findInstallation } from './setting-store.ts'

const findTables = async (kysely: QueryExecutorProvider) => {
	const query = sql<{ name: string }>`select table_name as name from information_schema.tables
		where table_schema = current_schema() and table_name not like 'kysely%' order by 1`
	return (await query.execute(kysely)).rows.map(({ name }) => name)
}

const failing = {
	async up(db: Kysely<unknown>) {
		await sql`create table half_done (id int)`.execute(db)
		await sql`select no_such_column`.execute(db)
	},
}

describe.each(engines)('migrate() on %s', (engine) => {
	test('applies every migration once and records the schema', async () => {
		const database = await emptyDatabase(engine)
		const names = Object.keys(migrations)
		expect(await migrate(database)).toEqual(names)
		expect(await migrate(database)).toEqual([])
		expect(await findInstallation(database.kysely)).toMatchObject({ schema: names.at(-1) })
	})

	test('leaves an empty database empty when a migration fails', async () => {
		const database = await emptyDatabase(engine)
		const broken = migrate(database, { ...migrations, '9999-broken': failing })
		await expect(broken).rejects.toThrow('9999-broken failed, nothing was changed')
		expect(await findTables(database.kysely)).toEqual([])
	})

	test('leaves the tables and the schema of before when a later migration fails, and works after', async () => {
		const database = await emptyDatabase(engine)
		await migrate(database)
		const before = await findTables(database.kysely)
		await expect(migrate(database, { ...migrations, '9999-broken': failing })).rejects.toThrow()
		expect(await findTables(database.kysely)).toEqual(before)
		expect(await migrate(database)).toEqual([])
	})

	test('refuses a database that a newer release has migrated', async () => {
		const database = await emptyDatabase(engine)
		await migrate(database, { ...migrations, '9999-newer': { up: async () => {} } })
		await expect(migrate(database)).rejects.toMatchObject({
			code: 'database.newer',
			message: expect.stringMatching(/9999-newer.+nothing was changed.+Start that version/u) as string,
		})
	})

	test('applies once when two processes start at the same time', async () => {
		const database = await emptyDatabase(engine)
		const applied = await Promise.all([migrate(database), migrate(database)])
		expect(applied.flat()).toEqual(Object.keys(migrations))
	})
})

test('names of migrations are numbered in the order of the list', () => {
	const names = Object.keys(migrations)
	expect(names).toEqual(names.toSorted())
	for (const name of names) expect(name).toMatch(/^\d{4}-[\da-z-]+$/)
})
