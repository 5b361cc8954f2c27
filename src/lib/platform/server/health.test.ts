import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, emptyDatabase, engines } from '../../../../tests/support/database.ts'
import { migrations } from '#migrations'
import { checkHealth, measureDatabase } from './health.ts'

describe.each(engines)('checkHealth() on %s', (engine) => {
	test('is ok once the tables are there', async () => {
		const health = await checkHealth(await database(engine))
		const count = Object.keys(migrations).length
		expect(health).toMatchObject({ status: 'ok', database: engine, migrations: count })
	})

	test('the size of the database is known in bytes', async () => {
		expect(await measureDatabase(await database(engine))).toBeGreaterThan(1_000_000)
	})

	test('is failing without tables', async () => {
		const health = await checkHealth(await emptyDatabase(engine))
		expect(health).toMatchObject({ status: 'failing', migrations: 0 })
	})

	test('is failing, and answers in time, when the database does not', async () => {
		const { kysely, ...rest } = await database('pglite')
		const slow = sql`select pg_sleep(0.6)`.execute(kysely)
		const health = await checkHealth({ kysely, ...rest }, 100)
		expect(health.status).toBe('failing')
		expect(health.milliseconds).toBeLessThan(500)
		await slow
	})
})
