import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { migrate, openDatabase, type Database } from '#platform'
import {
	canStartPostgres,
	makePostgres,
	type PostgresServer,
} from '../../../../../tests/support/postgres-server.ts'
import {
	answers,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../tests/support/reports.ts'
import type { Tables } from '../../../../server/process/database.ts'

/** Time that the server is down, in seconds; `THIQA_DOWN_SECONDS=60` for a long night. */
const downSeconds = Number(process.env['THIQA_DOWN_SECONDS'] ?? 1)

describe.skipIf(!canStartPostgres)('a database server that does not answer', () => {
	let server: PostgresServer
	let database: Database<Tables>
	beforeAll(async () => {
		server = await makePostgres()
		database = await openDatabase<Tables>({ dataDir: '', databaseUrl: server.url })
		await migrate(database)
	})
	afterAll(async () => {
		await database.close()
		await server.remove()
	})

	const open = async () => {
		await sql`truncate report, mailbox, audit_entry, audit_waiting, epoch cascade`.execute(database.kysely)
		const reports = await openTestReports({ kysely: database.kysely })
		return { reports, origin: await serveReports(reports) }
	}
	type Opened = Awaited<ReturnType<typeof open>>

	/** Reports that have their mailbox and their entry in the public record. */
	const countRows = async ({ kysely }: Database): Promise<number> => {
		const { rows } = await sql<{ count: number }>`
			select count(*) from report join audit_entry on audit_entry.id = report.entry
			join mailbox on mailbox.report = report.id`.execute(kysely)
		return Number(rows[0]?.count)
	}
	const countReports = async ({ kysely }: Database): Promise<number> =>
		Number((await sql<{ count: number }>`select count(*) from report`.execute(kysely)).rows[0]?.count)
	const expectAllKept = async ({ reports }: Opened, acknowledged: number): Promise<void> => {
		await expect.poll(() => reports.keeper.countSpooled()).toBe(0)
		expect(await countRows(database)).toBe(acknowledged)
	}
	const send = async ({ reports, origin }: Opened): Promise<number> =>
		(await post(origin, (await makeBody(reports)).body)).status

	test('gone and back while reports come: all are told to be safe, and all are there, once', async () => {
		const opened = await open()
		const statuses: number[] = []
		let isOver = false
		const sending = Promise.all(
			[1, 2, 3, 4].map(async () => {
				while (!isOver) statuses.push(await send(opened))
			}),
		)
		await wait(300)
		await server.stop()
		await wait(downSeconds * 1000)
		await server.start()
		await wait(500)
		isOver = true
		await sending
		expect(new Set(statuses)).toEqual(new Set([201]))
		await expectAllKept(opened, statuses.length)
	})

	test('a copy made while reports come is whole, holds nothing in clear, and comes back as it was', async () => {
		const opened = await open()
		let [acknowledged, isOver] = [0, false]
		const sending = (async () => {
			while (!isOver) if ((await send(opened)) === 201) acknowledged += 1
		})()
		await expect.poll(() => acknowledged).toBeGreaterThan(3)
		const [file, before] = [join(opened.reports.dataDir, 'thiqa.dump'), acknowledged]
		await server.run('pg_dump', ['--file', file, '--format=custom', '--compress=0', server.url])
		isOver = true
		await sending
		const dump = readFileSync(file)
		const clear = [answers.words, 'wa7d.l7sab', '127.0.0.1', 'fetch', 'node']
		expect(clear.filter((word) => dump.includes(word))).toEqual([])
		await server.run('psql', ['-qc', 'create database copy', server.url])
		const copy = server.url.replace(/postgres$/u, 'copy')
		await server.run('pg_restore', ['--dbname', copy, file])
		const restored = await openDatabase<Tables>({ dataDir: '', databaseUrl: copy })
		expect(await migrate(restored)).toEqual([])
		const [rows, whole] = [await countReports(restored), await countRows(restored)]
		await restored.close()
		expect(rows).toBe(whole)
		expect(whole).toBeGreaterThanOrEqual(before)
		expect(whole).toBeLessThanOrEqual(acknowledged)
	})

	test('a connection that breaks while nothing is asked of it ends its transaction and not the process', async () => {
		const work = database.kysely.transaction().execute(async (trx) => {
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
			await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.kysely)
			await wait(200)
			await sql`select 1`.execute(trx)
		})
		await expect(work).rejects.toThrow()
		await sql`select 1`.execute(database.kysely)
	})

	/** Holds something on the server until the test is over or `free` is called. */
	const hold = async (statement: string, times = 1): Promise<() => void> => {
		let free = (): void => undefined
		const until = new Promise<void>((resolve) => (free = resolve))
		const holders = Array.from({ length: times }, () => {
			let isHeld = (): void => undefined
			const held = new Promise<void>((resolve) => (isHeld = resolve))
			const ended = database.kysely.transaction().execute(async (trx) => {
				await sql.raw(statement).execute(trx)
				isHeld()
				await until
			})
			return { held, ended }
		})
		await Promise.all(holders.map(({ held }) => held))
		onTestFinished(async () => {
			free()
			await Promise.all(holders.map(({ ended }) => ended))
		})
		return free
	}

	test('a table that is locked keeps nobody waiting: the report is on the disk before it is free', async () => {
		const opened = await open()
		const free = await hold('lock table report in access exclusive mode')
		expect(await Promise.all([send(opened), send(opened)])).toEqual([201, 201])
		expect(await send(opened)).toBe(201)
		free()
		await expectAllKept(opened, 3)
	})

	test('with every connection taken, reports with and without script are kept all the same', async () => {
		const opened = await open()
		const free = await hold('select 1', 10)
		const form = { answers: { ...answers, danger: 'now' as const }, locale: 'fr' as const }
		const { intake } = opened.reports
		const filed = await Promise.all([
			intake.fileInClear({ ...form, token: intake.makeToken() }),
			intake.fileInClear({ ...form, token: intake.makeToken() }),
		])
		expect(filed.map(({ ok }) => ok)).toEqual([true, true])
		expect(await send(opened)).toBe(201)
		free()
		await expectAllKept(opened, 3)
	})
})
