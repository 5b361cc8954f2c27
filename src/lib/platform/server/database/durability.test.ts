import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeFolder, startChild } from '../../../../../tests/support/child.ts'
import { copyDataFolder } from '../../../../../tests/support/ready-made.ts'
import { migrations } from '#migrations'
import { openDatabase, type Database } from './database.ts'
import { migrate } from './migrate.ts'

async function within<Value>(dataDir: string, use: (database: Database) => Promise<Value>): Promise<Value> {
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	try {
		return await use(database)
	} finally {
		await database.close()
	}
}

const countRows = async ({ kysely }: Database) => {
	const { rows } = await sql<{ count: number }>`select count(*) from acknowledged`.execute(kysely)
	return rows[0]?.count ?? 0
}

test('a process killed among its commits loses none that it acknowledged', async () => {
	const dataDir = await copyDataFolder()
	let acknowledged = 0
	for (let round = 0; round < 3; round++) {
		const child = startChild('commit', dataDir)
		await child.hear(50 + round * 37)
		acknowledged += await child.kill()
		const found = await within(dataDir, countRows)
		// The last commit of a round may be done and not yet said.
		expect(found).toBeGreaterThanOrEqual(acknowledged)
		expect(found).toBeLessThanOrEqual(acknowledged + round + 1)
	}
})

test('a process killed within a migration leaves what was before', async () => {
	const dataDir = await copyDataFolder()
	const child = startChild('migrate', dataDir)
	await child.hear(1)
	await child.kill()
	await within(dataDir, async (database) => {
		expect(await migrate(database)).toEqual(Object.keys(migrations))
		const { rows } = await sql`select to_regclass('half_done') as found`.execute(database.kysely)
		expect(rows).toEqual([{ found: null }])
	})
})

test('a process killed while it makes the folder leaves nothing in the way', async () => {
	const dataDir = makeFolder()
	const child = startChild('hold', dataDir)
	while (!existsSync(`${dataDir}/database.unfinished/PG_VERSION`)) await wait(5)
	await child.kill()
	expect(existsSync(`${dataDir}/database`)).toBe(false)
	await within(dataDir, async (database) => {
		expect(await migrate(database)).toEqual(Object.keys(migrations))
	})
})

test('a second process on the folder is refused, and let in once the first is dead', async () => {
	const dataDir = await copyDataFolder()
	const child = startChild('hold', dataDir)
	await child.hear(1)
	const second = openDatabase({ dataDir, databaseUrl: undefined })
	await expect(second).rejects.toMatchObject({ code: 'database.in-use', status: 503 })
	await expect(second).rejects.toThrow('another process has it')
	await child.kill()
	await within(dataDir, async (database) => expect(await migrate(database)).not.toEqual([]))
})

test('a process whose database thread has ended goes on, and every query is refused', async () => {
	const child = startChild('orphan', await copyDataFolder())
	await child.hear(2)
	expect(child.said()).toEqual(['refused', 'goes on'])
})
