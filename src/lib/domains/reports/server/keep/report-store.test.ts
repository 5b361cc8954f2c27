import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { commitReport } from '#platform'
import { openText } from '#tools/seal/sealed'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import {
	answers,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../../tests/support/reports.ts'
import { parseReport } from '../../report.ts'
import { getDemonstrationSecret } from '../keys/demonstration.ts'
import type { ReportDatabase } from '../tables.ts'
import { openReportKeeper } from './report-keeper.ts'
import { addReports, findReports, type NewReport } from './report-store.ts'

const count = async (db: ReportDatabase, table: string): Promise<number> =>
	(await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db)).rows[0]?.count ?? -1
const counts = async (db: ReportDatabase) =>
	Promise.all(['report', 'mailbox', 'audit_entry'].map((table) => count(db, table)))

const makeRow = (at: number): NewReport => ({
	id: crypto.randomUUID(),
	epoch: 'demo-2026-03',
	sealed: new Uint8Array(at + 1),
	sealedBy: 'browser',
	lane: 'normal',
	salt: new Uint8Array(32),
	commitment: new Uint8Array(32),
	entry: crypto.randomUUID(),
	hour: new Date('2026-03-01T10:00:00Z'),
	place: new Uint8Array(32).fill(at),
	keys: new Uint8Array(138),
})

describe.each(engines)('reports on %s', (engine) => {
	const open = async (options: { dataDir?: string; now?: () => Date; asksWork?: boolean } = {}) => {
		const { kysely } = await database(engine)
		const db = kysely
		const reports = await openTestReports({ kysely, ...options })
		return { db, reports, origin: await serveReports(reports) }
	}

	test('a report sealed in a browser is stored sealed, with one mailbox and one entry of the record', async () => {
		const { db, reports, origin } = await open()
		const { body } = await makeBody(reports, { lane: 'normal' })
		const { status, answer } = await post(origin, body)
		expect([status, Object.keys(answer)]).toEqual([201, ['entry']])
		expect(await counts(db)).toEqual([1, 1, 1])
		const row = await db.selectFrom('report').selectAll().executeTakeFirstOrThrow()
		expect(Buffer.compare(commitReport({ ...row, sealedBy: row.sealed_by }), row.commitment)).toBe(0)
		expect(row.hour.getUTCMinutes() + row.hour.getUTCSeconds() + row.hour.getUTCMilliseconds()).toBe(0)
		expect(row.entry).toBe(answer['entry'])
		const { identity } = await getDemonstrationSecret(reports.dataDir, row.epoch)
		const text = await openText(row.sealed, identity)
		const report = parseReport(text.ok ? text.value : '', row.epoch)
		expect(report.ok && report.value.answers).toEqual(answers)
		expect((await findReports(db, [row.id]))[0]?.sealed_by).toBe('browser')
	})

	test('the same form sent twenty times at once is one report, and every answer says the same', async () => {
		const { db, reports, origin } = await open()
		const { body } = await makeBody(reports)
		const sent = await Promise.all(Array.from({ length: 20 }, () => post(origin, body)))
		expect(new Set(sent.map(({ status, answer }) => `${status} ${String(answer['entry'])}`)).size).toBe(1)
		expect(sent[0]?.status).toBe(201)
		expect(await counts(db)).toEqual([1, 1, 1])
	})

	test('a token brings one report: another one under it is refused, at once or later', async () => {
		const { db, reports, origin } = await open()
		const first = await makeBody(reports)
		const others = await Promise.all([1, 2, 3].map(() => makeBody(reports, { token: first.token })))
		expect((await post(origin, first.body)).status).toBe(201)
		for (const { body } of others)
			expect(await post(origin, body)).toEqual({ status: 409, answer: { code: 'token.used' } })
		expect(await counts(db)).toEqual([1, 1, 1])
	})

	test('work done for one form does not count for another, and none is asked where there is danger', async () => {
		const { reports, origin } = await open()
		const { challenge } = await reports.intake.makeChallenge(reports.intake.makeToken())
		const { solveChallenge } = await import('../../../../tools/seal/proof-of-work/solver/index.ts')
		const solution = challenge && (await solveChallenge(challenge))
		const spliced = await makeBody(reports, {
			lane: 'normal',
			...(solution === undefined ? {} : { solution }),
		})
		expect(await post(origin, spliced.body)).toEqual({ status: 422, answer: { code: 'report.work' } })
		const none = await makeBody(reports, { lane: 'normal', solution: '' })
		expect((await post(origin, none.body)).status).toBe(422)
		expect((await post(origin, (await makeBody(reports)).body)).status).toBe(201)
	})

	test('in an emergency no device is asked for work, and what was done before still comes in', async () => {
		const before = await open()
		const { token, challenge } = await before.reports.intake.makeChallenge(before.reports.intake.makeToken())
		expect(challenge).toBeDefined()
		const { db, reports, origin } = await open({ asksWork: false })
		expect(Object.keys(await reports.intake.makeChallenge(reports.intake.makeToken()))).toEqual(['token'])
		const { body } = await makeBody(reports, { lane: 'normal' })
		const { body: older } = await makeBody(reports, { lane: 'normal', solution: 'x'.repeat(400) })
		expect([(await post(origin, body)).status, (await post(origin, older)).status]).toEqual([201, 201])
		expect(await counts(db)).toEqual([2, 2, 2])
		const foreign = await makeBody(reports, { lane: 'normal', token })
		expect(foreign.token, 'a token is still one of ours').not.toBe(token)
	})

	test('a group of reports is stored whole or not at all', async () => {
		const { db } = await open()
		const rows = Array.from({ length: 64 }, (_, at) => makeRow(at))
		const bad = { ...makeRow(64), commitment: new Uint8Array(31) }
		await expect(addReports(db, [...rows, bad])).rejects.toThrow()
		expect(await counts(db)).toEqual([0, 0, 0])
		expect(await addReports(db, rows)).toEqual(rows.map(() => 'stored'))
		expect(await addReports(db, rows)).toEqual(rows.map(() => 'again'))
		expect(await counts(db)).toEqual([64, 64, 64])
	})

	test('while the database is gone reports are kept as files, and moved in once it is back', async () => {
		const { kysely } = await database(engine)
		const db = kysely
		const faults: unknown[] = []
		const reports = await openTestReports({ kysely, onFault: (error) => faults.push(error) })
		const origin = await serveReports(reports)
		await sql`alter table report rename to report_gone`.execute(db)
		const sent = await Promise.all(Array.from({ length: 9 }, () => makeBody(reports)))
		for (const { body } of sent) expect((await post(origin, body)).status).toBe(201)
		const again = sent[0]
		if (again) expect((await post(origin, again.body)).status).toBe(201)
		expect(await reports.keeper.countSpooled()).toBe(9)
		expect(faults.length).toBeGreaterThan(0)
		const folder = join(reports.dataDir, 'cold')
		for (const name of readdirSync(folder)) {
			expect(statSync(join(folder, name)).mtimeMs).toBe(0)
			expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
			expect(readFileSync(join(folder, name)).includes(answers.words)).toBe(false)
		}
		await sql`alter table report_gone rename to report`.execute(db)
		await expect.poll(() => reports.keeper.countSpooled()).toBe(0)
		expect(await counts(db)).toEqual([9, 9, 9])
	})

	test('the same form with other words is not acknowledged in place of the first', async () => {
		const { db } = await open()
		const first = makeRow(1)
		expect(await addReports(db, [first])).toEqual(['stored'])
		expect(await addReports(db, [{ ...first, sealed: new Uint8Array([9]) }])).toEqual(['used'])
	})

	test('what was acknowledged while the database was gone is kept, though its form has brought another report', async () => {
		const { db } = await open()
		const keeper = await openReportKeeper({ db, folder: makeFolder(), onFault: () => {}, every: 1e6 })
		const first = makeRow(1)
		const second = { ...makeRow(2), id: first.id }
		expect(await keeper.keep(first, false)).toBe('stored')
		expect(await keeper.keep(second, true)).toBe('stored')
		await keeper.drainSpool()
		expect(await keeper.countSpooled()).toBe(0)
		expect(await keeper.keep(second, true)).toBe('stored')
		await keeper.drainSpool()
		expect(await counts(db)).toEqual([2, 2, 2])
		await keeper.close()
	})

	test('a file that was moved already, and one that is not whole, do no harm', async () => {
		const { db, reports, origin } = await open()
		await sql`alter table report rename to report_gone`.execute(db)
		const { body } = await makeBody(reports)
		expect((await post(origin, body)).status).toBe(201)
		const folder = join(reports.dataDir, 'cold')
		const [name = ''] = readdirSync(folder)
		const bytes = readFileSync(join(folder, name))
		await sql`alter table report_gone rename to report`.execute(db)
		await expect.poll(() => reports.keeper.countSpooled()).toBe(0)
		writeFileSync(join(folder, name), bytes)
		writeFileSync(join(folder, 'cut.report'), bytes.subarray(0, 20))
		await reports.keeper.drainSpool()
		expect(readdirSync(folder)).toEqual(['cut.report.broken'])
		expect(await counts(db)).toEqual([1, 1, 1])
	})

	test('a database with mailboxes does not open without its key, nor with another', async () => {
		const { kysely } = await database(engine)
		const reports = await openTestReports({ kysely })
		const origin = await serveReports(reports)
		expect((await post(origin, (await makeBody(reports)).body)).status).toBe(201)
		const opening = openTestReports({ kysely, dataDir: makeFolder() })
		await expect(opening).rejects.toMatchObject({ code: 'reports.key-missing' })
		writeFileSync(join(reports.dataDir, 'keys/file.key'), `${'ab'.repeat(32)}\n`)
		const other = openTestReports({ kysely, dataDir: reports.dataDir })
		await expect(other).rejects.toMatchObject({ code: 'reports.key-wrong' })
	})
})
