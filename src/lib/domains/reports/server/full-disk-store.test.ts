import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, openDatabase } from '#platform'
import type { Tables } from '../../../../server/process/database.ts'
import { canMount, mountAt } from '../../../../../tests/support/mounts.ts'
import { copyDataFolder } from '../../../../../tests/support/ready-made.ts'
import { makeFolder } from '../../../../../tests/support/child.ts'
import {
	answers,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../tests/support/reports.ts'
import type { ReportDatabase } from './tables.ts'

/** Takes all the space there is; answers what gives it back. */
const fill = (folder: string): (() => void) => {
	const path = join(folder, 'filler')
	const { bavail, bsize } = statfsSync(folder)
	writeFileSync(path, Buffer.alloc(bavail * bsize))
	return () => rmSync(path)
}

const open = async (dataDir: string) => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	onTestFinished(() => database.close())
	await migrate(database)
	const db = database.kysely
	const reports = await openTestReports({ kysely: db, dataDir })
	return { db, reports, origin: await serveReports(reports) }
}

/** Fills the larger of the two sizes. */
const long = 'ا'.repeat(20_000)

const countReports = async (db: ReportDatabase): Promise<number> =>
	(await sql<{ count: number }>`select count(*) from report`.execute(db)).rows[0]?.count ?? -1

/** Sends one after the other until so many were refused, or `most` were sent. Answers the statuses. */
const sendUntilRefused = async (
	{ reports, origin }: Awaited<ReturnType<typeof open>>,
	{ refused, most }: { refused: number; most: number },
): Promise<number[]> => {
	const statuses: number[] = []
	while (statuses.length < most && statuses.filter((status) => status !== 201).length < refused) {
		const { body } = await makeBody(reports, { words: long })
		const { status, answer } = await post(origin, body)
		if (status !== 201) expect(answer).toEqual({ code: 'reports.cannot-keep' })
		statuses.push(status)
	}
	return statuses
}

describe.skipIf(!canMount)('the disk under the reports (needs root and mount namespaces)', () => {
	test('full or read-only while the database is gone: nobody hears that a report is safe that is not', async () => {
		const dataDir = await copyDataFolder()
		const intake = await open(dataDir)
		const spool = join(dataDir, 'cold')
		mountAt(spool, '256k')
		await sql`alter table report rename to report_gone`.execute(intake.db)
		const statuses = await sendUntilRefused(intake, { refused: 2, most: 20 })
		expect(statuses.slice(-2)).toEqual([503, 503])
		expect(readdirSync(spool).filter((name) => !name.endsWith('.report'))).toEqual([])
		const toReport = { ...answers, danger: 'now' as const, words: long }
		const form = { answers: toReport, locale: 'fr' as const }
		const token = intake.reports.intake.makeToken()
		await expect(intake.reports.intake.fileInClear({ ...form, token })).rejects.toMatchObject({ status: 503 })
		execFileSync('mount', ['-o', 'remount,ro,size=1m', spool])
		expect(await sendUntilRefused(intake, { refused: 1, most: 1 })).toEqual([503])
		execFileSync('mount', ['-o', 'remount,rw', spool])
		expect(await sendUntilRefused(intake, { refused: 1, most: 1 })).toEqual([201])
		await sql`alter table report_gone rename to report`.execute(intake.db)
		await expect.poll(() => intake.reports.keeper.countSpooled()).toBe(0)
		expect(await countReports(intake.db)).toBe(statuses.length - 2 + 1)
	})

	test('a full disk under everything: what was told to be safe is there afterwards', async () => {
		const from = await copyDataFolder()
		const disk = makeFolder()
		mountAt(disk, '160m')
		const dataDir = join(disk, 'data')
		cpSync(from, dataDir, { recursive: true })
		const intake = await open(dataDir)
		expect((await post(intake.origin, (await makeBody(intake.reports)).body)).status).toBe(201)
		const free = fill(disk)
		const full = await sendUntilRefused(intake, { refused: 3, most: 400 })
		expect(full.filter((status) => status === 503)).toHaveLength(3)
		free()
		await expect
			.poll(async () => (await post(intake.origin, (await makeBody(intake.reports)).body)).status)
			.toBe(201)
		const acknowledged = 2 + full.filter((status) => status === 201).length
		await expect.poll(() => intake.reports.keeper.countSpooled()).toBe(0)
		expect(await countReports(intake.db)).toBe(acknowledged)
	})
})
