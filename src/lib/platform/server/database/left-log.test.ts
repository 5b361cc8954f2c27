/** The log of the embedded database tells the moment of each commit (review of November 2026, F7): it is left behind every hour. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../../../../../tests/support/child.ts'
import { leaveLog } from './care.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

const word = 'a-row-whose-commit-has-its-moment'

/** How often the row stands in files of the log. */
const countInLog = (dataDir: string): number => {
	const folder = join(dataDir, 'database/pg_wal')
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce(
			(sum, { name }) => sum + readFileSync(join(folder, name)).toString('latin1').split(word).length - 1,
			0,
		)
}

test('what was committed stands in no file of the log once it was left, and is still in its table', async () => {
	const dataDir = makeFolder()
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	onTestFinished(() => database.close())
	await migrate(database)
	await sql`create table told (words text)`.execute(database.kysely)
	await sql`insert into told values (${word})`.execute(database.kysely)
	expect(countInLog(dataDir)).toBeGreaterThan(0)
	await leaveLog(database)
	expect(countInLog(dataDir)).toBe(0)
	const { rows } = await sql<{ words: string }>`select words from told`.execute(database.kysely)
	expect(rows).toEqual([{ words: word }])
	const { rows: kept } = await sql`show track_commit_timestamp`.execute(database.kysely)
	expect(kept).toEqual([{ track_commit_timestamp: 'off' }])
})
