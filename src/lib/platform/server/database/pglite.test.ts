import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { emptyDatabase } from '../../../../../tests/support/database.ts'
import { copyDataFolder } from '../../../../../tests/support/ready-made.ts'
import { durable } from './durable-fs.ts'

test('every commit reaches the disk before it is acknowledged', { timeout: 60_000 }, async () => {
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
	const drifts: number[] = []
	let last = performance.now()
	const timer = setInterval(() => {
		drifts.push(performance.now() - last - 10)
		last = performance.now()
	}, 10)
	const start = performance.now()
	const work = sql`do $$ declare until timestamptz := clock_timestamp() + interval '1.5 s';
		begin while clock_timestamp() < until loop perform 1; end loop; end $$`
	await work.execute(kysely)
	clearInterval(timer)
	expect(performance.now() - start).toBeGreaterThan(1400)
	expect(drifts.length).toBeGreaterThan(50)
	expect(Math.max(...drifts)).toBeLessThan(500)
})
