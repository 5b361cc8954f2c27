import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { emptyDatabase } from '../../../../../tests/support/database.ts'
import { copyDataFolder, getSnapshot } from '../../../../../tests/support/ready-made.ts'
import { openKysely } from './database.ts'
import { durable } from './durable-fs.ts'
import { startPglite } from './pglite.ts'

test('every commit reaches the disk before it is acknowledged', async () => {
	const pglite = await PGlite.create(durable(`${await copyDataFolder()}/database`))
	await pglite.exec('create table acknowledged (number int)')
	const fsync = vi.spyOn(fs, 'fsyncSync')
	const counts: number[] = []
	for (let number = 0; number < 20; number++) {
		fsync.mockClear()
		await pglite.query('insert into acknowledged values ($1)', [number])
		counts.push(fsync.mock.calls.length)
	}
	fsync.mockRestore()
	await pglite.close()
	expect(Math.min(...counts)).toBe(1)
})

test('a long query does not stop the event loop', async () => {
	const { kysely } = await emptyDatabase('pglite')
	let isOver = false
	const work = sql`select count(*) from generate_series(1, 3000000)`
		.execute(kysely)
		.then(() => (isOver = true))
	let turns = 0
	for (; !isOver; turns++) await setImmediate()
	await work
	// A query that ran in this thread would leave it a handful of turns, however long it took.
	expect(turns).toBeGreaterThan(100)
})

test('who has waited for the one connection as long as may be is refused, and the next is answered', async () => {
	const { pool, stop } = await startPglite(undefined, await getSnapshot())
	const kysely = openKysely(pool)
	const held = await pool.connect()
	pool.options.connectionTimeoutMillis = 1
	await expect(sql`select 1`.execute(kysely)).rejects.toMatchObject({ code: 'database.busy', status: 503 })
	pool.options.connectionTimeoutMillis = 0
	held.release()
	expect((await sql`select 1 as one`.execute(kysely)).rows).toEqual([{ one: 1 }])
	await pool.end()
	await stop()
})
