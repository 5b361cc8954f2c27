import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, openDatabase } from '#platform'
import type { Tables } from '../../../../server/process/database.ts'
import { canMount, mountAt } from '../../../../../tests/support/mounts.ts'
import { copyDataFolder } from '../../../../../tests/support/ready-made.ts'
import { makeBody, openTestReports, post, serveReports } from '../../../../../tests/support/reports.ts'
import { makeRoot } from '#domains/people/keys'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { lookAtIntake } from './intake-state.ts'

const open = async (more: Partial<Parameters<typeof openTestReports>[0]> = {}) => {
	const dataDir = await copyDataFolder()
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	onTestFinished(() => database.close())
	await migrate(database)
	const reports = await openTestReports({ kysely: database.kysely, dataDir, ...more })
	return { kysely: database.kysely, dataDir, reports }
}

const there = { isDatabaseThere: true, isOneDisk: false }

test('all is well where reports are taken, and the look leaves nothing behind', async () => {
	const { reports, dataDir } = await open()
	expect(await lookAtIntake(reports, there)).toEqual({ intake: 'ok', key: 'demonstration' })
	expect(await lookAtIntake(reports, { ...there, isDatabaseThere: false })).toMatchObject({
		intake: 'on-disk',
	})
	expect(readdirSync(join(dataDir, 'cold'))).toEqual([])
})

test('a key that is missing, over or of another root closes the report, and is told apart', async () => {
	const root = parseVerifierKey((await makeRoot()).verifierKey)
	if (!root.ok) throw new Error('making a root in the test failed')
	const { kysely, reports } = await open({ root: root.value })
	expect(await lookAtIntake(reports, there)).toEqual({ intake: 'closed', key: 'missing' })
	await sql`insert into epoch (id, recipient, answer_key, begins, ends, state, record)
		values ('2026-11', 'x', 'x', '2026-11-01', '2026-12-14', 'current', 'x')`.execute(kysely)
	expect(await lookAtIntake(reports, there)).toEqual({ intake: 'closed', key: 'unsigned' })
})

describe.skipIf(!canMount)('on a disk that is full (needs root and mount namespaces)', () => {
	const fill = (folder: string): (() => void) => {
		const { bavail, bsize } = statfsSync(folder)
		writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize))
		return () => rmSync(join(folder, 'filler'))
	}

	test('refused reports are told: by the disk alone where the database lies on it or is away, else once one was refused', async () => {
		const { kysely, dataDir, reports } = await open()
		const origin = await serveReports(reports)
		mountAt(join(dataDir, 'cold'), '512k')
		const free = fill(join(dataDir, 'cold'))
		expect(await lookAtIntake(reports, there)).toMatchObject({ intake: 'no-reserve' })
		expect(await lookAtIntake(reports, { ...there, isOneDisk: true })).toMatchObject({ intake: 'refusing' })
		expect(await lookAtIntake(reports, { ...there, isDatabaseThere: false })).toMatchObject({
			intake: 'refusing',
		})
		await sql`alter table report rename to report_gone`.execute(kysely)
		expect((await post(origin, (await makeBody(reports)).body)).status).toBe(503)
		expect(await lookAtIntake(reports, there)).toMatchObject({ intake: 'refusing' })
		await sql`alter table report_gone rename to report`.execute(kysely)
		free()
		expect(await lookAtIntake(reports, there)).toMatchObject({ intake: 'ok' })
		expect((await post(origin, (await makeBody(reports)).body)).status).toBe(201)
		const filled = fill(join(dataDir, 'cold'))
		expect(await lookAtIntake(reports, there), 'the last report was taken').toMatchObject({
			intake: 'no-reserve',
		})
		filled()
		execFileSync('mount', ['-o', 'remount,ro', join(dataDir, 'cold')])
		expect(await lookAtIntake(reports, there)).toMatchObject({ intake: 'no-reserve' })
	})
})
