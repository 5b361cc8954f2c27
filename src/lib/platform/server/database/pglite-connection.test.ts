import { expect, test } from 'vitest'
import { getSnapshot } from '../../../../../tests/support/ready-made.ts'
import { startPglite } from './pglite.ts'

test('a lost connection leaves neither its transaction nor its settings to the next', async () => {
	const { pool, stop } = await startPglite(undefined, await getSnapshot())
	const lost = await pool.connect()
	await lost.query('create table kept (number int)')
	await lost.query("set time zone 'Asia/Tokyo'")
	await lost.query('begin')
	await lost.query('insert into kept values (1)')
	lost.release(true)
	const { rows } = await pool.query("select count(*), current_setting('TimeZone') as zone from kept")
	expect(rows).toEqual([{ count: 0, zone: 'UTC' }])

	const broken = await pool.connect()
	broken.on('error', () => {})
	const running = broken.query('select pg_sleep(0.2), 1 as old')
	const end = expect(running).rejects.toThrow()
	broken.release(new Error('given up'))
	await end
	expect((await pool.query('select 2 as fresh')).rows).toEqual([{ fresh: 2 }])
	await pool.end()
	await stop()
})
