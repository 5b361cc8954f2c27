import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
	canStartPostgres,
	makePostgres,
	type PostgresServer,
} from '../../../../../../tests/support/postgres-server.ts'
import { openDatabase, type Database } from '../database.ts'
import { listenForNews, notifyProcesses } from './news.ts'

describe.skipIf(!canStartPostgres)('news between two processes on one PostgreSQL', () => {
	let server: PostgresServer
	let [here, there]: Database[] = []
	beforeAll(async () => {
		server = await makePostgres()
		const open = () => openDatabase({ dataDir: '', databaseUrl: server.url })
		;[here, there] = [await open(), await open()]
	})
	afterAll(async () => {
		await here?.close()
		await there?.close()
		await server.remove()
	})
	const listen = async (): Promise<{ count: () => number; stop: () => Promise<void> }> => {
		let count = 0
		const stop = listenForNews(get(there), 'arrival_here', () => void count++)
		onTestFinished(stop)
		await expect.poll(() => count, { message: 'it begins to hear' }).toBe(1)
		return { count: () => count, stop }
	}
	const get = (database: Database | undefined): Database => {
		if (!database) throw new Error('a database is missing')
		return database
	}

	test('what one tells the other hears, and nothing of another channel', async () => {
		const { count } = await listen()
		await notifyProcesses(get(here), 'arrival_elsewhere')
		await notifyProcesses(get(here), 'arrival_here')
		await expect.poll(count).toBe(2)
	})

	test('a listener whose connection is cut hears again, and looks at what it may have missed', async () => {
		const { count } = await listen()
		await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`.execute(
			get(here).kysely,
		)
		await expect.poll(count).toBe(2)
		await notifyProcesses(get(here), 'arrival_here')
		await expect.poll(count).toBe(3)
	})

	test('one that was ended gives its connection back', async () => {
		const { stop } = await listen()
		await stop()
		const listening = sql<{ count: number }>`
			select count(*)::int as count from pg_stat_activity where query like 'listen %'`
		await expect.poll(async () => (await listening.execute(get(here).kysely)).rows[0]?.count).toBe(0)
	})
})

test('the embedded database has one process: there is nobody to hear', async () => {
	let count = 0
	const stop = listenForNews({}, 'arrival_here', () => void count++)
	await stop()
	expect(count).toBe(0)
})
