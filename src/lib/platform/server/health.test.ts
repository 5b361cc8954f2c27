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

	test('is failing while the database does not answer, and does not wait for it', async () => {
		const opened = await database('pglite')
		let free = (): void => undefined
		const until = new Promise<void>((resolve) => (free = resolve))
		// The embedded database has one connection: whoever asks meanwhile gets no answer.
		const holding = opened.kysely.transaction().execute(() => until)
		expect(await checkHealth(opened, 100)).toMatchObject({ status: 'failing' })
		free()
		await holding
		expect(await checkHealth(opened)).toMatchObject({ status: 'ok' })
	})
})
