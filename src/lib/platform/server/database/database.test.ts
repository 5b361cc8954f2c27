import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, emptyDatabase, engines } from '../../../../../tests/support/database.ts'
import { openDatabase } from './database.ts'

const setting = { key: 'test', value: '{}', changed_at: new Date() }

describe.each(engines)('database on %s', (engine) => {
	test('forgets a transaction that throws, and says by code what a constraint refused', async () => {
		const { kysely } = await database(engine)
		const twice = kysely.transaction().execute(async (trx) => {
			await trx.insertInto('setting').values(setting).execute()
			await trx.insertInto('setting').values(setting).execute()
		})
		await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'setting_pkey' })
		const rows = await kysely.selectFrom('setting').where('key', '=', 'test').selectAll().execute()
		expect(rows).toEqual([])
	})

	test('keeps queries that wait apart from a running transaction', async () => {
		const { kysely } = await database(engine)
		const inside = kysely.transaction().execute(async (trx) => {
			await trx.insertInto('setting').values(setting).execute()
			await sql`select pg_sleep(0.05)`.execute(trx)
			throw new Error('undo')
		})
		const outside = kysely
			.insertInto('setting')
			.values({ ...setting, key: 'outside' })
			.execute()
		await expect(inside).rejects.toThrow('undo')
		await outside
		const rows = await kysely.selectFrom('setting').select('key').orderBy('key').execute()
		expect(rows.map(({ key }) => key)).toEqual(['installation', 'outside'])
	})

	test('turns rows around in tests, where a query asks for no order', async () => {
		const { kysely } = await database(engine)
		const keys = ['a', 'b', 'c']
		await kysely
			.insertInto('setting')
			.values(keys.map((key) => ({ ...setting, key })))
			.execute()
		const rows = kysely.selectFrom('setting').select('key').where('key', 'in', keys)
		const raw = (end: string) => sql<{ key: string }>`select key from setting ${sql.raw(end)}`.execute(kysely)
		const asked = await rows.orderBy('key').execute()
		expect(asked.map(({ key }) => key)).toEqual(keys)
		expect((await rows.execute()).map(({ key }) => key)).toEqual(keys.toReversed())
		const where = "where key in ('a', 'b', 'c')"
		expect((await raw(where)).rows.map(({ key }) => key)).toEqual(keys.toReversed())
		expect((await raw(`${where} order by key`)).rows.map(({ key }) => key)).toEqual(keys)
	})

	test('brings large values and many rows whole', async () => {
		const { kysely } = await emptyDatabase(engine)
		const text = 'ثقة'.repeat(500_000)
		const large = await sql<{ text: string }>`select ${text}::text as text`.execute(kysely)
		expect(large.rows[0]?.text === text).toBe(true)
		const many = await sql`select generate_series(1, 50000) as number`.execute(kysely)
		expect(many.rows).toHaveLength(50_000)
	})
})

describe('openDatabase()', () => {
	test('says that the server does not answer without a word of its address', async () => {
		const opening = openDatabase({ dataDir: '', databaseUrl: 'postgres://thiqa:hunter2@127.0.0.1:1/thiqa' })
		await expect(opening).rejects.toMatchObject({ code: 'database.unreachable' })
		await expect(opening).rejects.not.toThrow('hunter2')
	})
})
