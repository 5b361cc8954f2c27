/** Traces of attacks on the database in the record: each of these was called whole in November 2026 (T1, T2, T7, T9 of the review). */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type QueryExecutorProvider } from 'kysely'
import { describe, expect, test } from 'vitest'
import { findKeptCheckpoint, openRecord, verifyRecord } from '#platform'
import { moveCase } from '#domains/cases/work/server'
import { openCases } from '../../cases/work/server/case-arrival.ts'
import { openDeskOn } from '../../../../../tests/support/cases.ts'
import { makeFolder } from '../../../../../tests/support/child.ts'
import { database, engines, type EngineName } from '../../../../../tests/support/database.ts'
import { getKey } from '../../../../../tests/support/verified-record.ts'
import { answers, openTestReports } from '../../../../../tests/support/reports.ts'
import { removeReports, setStatus } from '../../reports/server/keep/report-store.ts'
import { eraseOverdue } from './retention-store.ts'

const origin = 'https://desk.example'
const now = new Date('2026-11-26T09:20:00Z')

/** Three reports with a case each, filed as they really are, two of them closed as spam; all has its place in the record. */
const begin = async (engine: EngineName) => {
	const { kysely } = await database(engine)
	const dataDir = makeFolder()
	const reports = await openTestReports({ kysely, dataDir, now: () => now })
	for (let at = 0; at < 3; at++) {
		const form = { token: reports.intake.makeToken(), locale: 'ar', answers } as const
		const filed = await reports.intake.fileInClear({ ...form, answers: { ...answers, danger: 'now' } })
		if (!filed.ok) throw new Error('not filed')
	}
	const desk = openDeskOn(kysely)
	const port = {
		...desk.reportsPort,
		removeReports,
		setStatus: (...given: Parameters<typeof setStatus>) => setStatus(...given),
	}
	const withReports = { ...desk, reportsPort: port }
	const rows = await kysely.selectFrom('report').selectAll().execute()
	await openCases(
		kysely,
		rows.map(({ id, epoch, lane, hour }) => ({ report: id, epoch, lane, hour })),
		desk.time,
		now,
	)
	const supervisor = await desk.hire('Salma', 'supervisor')
	const cases = await kysely.selectFrom('desk_case').select('id').execute()
	for (const { id } of cases.slice(0, 2)) {
		await moveCase(withReports, { id, version: 1, to: 'triaged' }, supervisor)
		await moveCase(withReports, { id, version: 2, to: 'closed', reason: 'spam' }, supervisor)
	}
	const open = (folder = dataDir) => openRecord({ kysely, dataDir: folder, origin, witnesses: [] })
	const record = await open()
	await record.sequence(now)
	const verify = async () =>
		verifyRecord(
			{ kysely },
			{
				key: getKey({ record }),
				witnesses: [],
				kept: await findKeptCheckpoint(dataDir),
				checkErasure: () => Promise.resolve({ ok: true, value: 0 }),
			},
		)
	return { kysely, desk: withReports, dataDir, record, open, verify, pass: desk.pass }
}

/** Takes a report away with all that the desk has of it, as a hand in the database would. Answers its entry. */
const takeAway = async (db: QueryExecutorProvider): Promise<string> => {
	const { rows } = await sql<{ id: string; entry: string }>`select id, entry from report limit 1`.execute(db)
	const { id = '', entry = '' } = rows[0] ?? {}
	await sql`delete from desk_case where id in (select case_id from case_report where report = ${id})`.execute(
		db,
	)
	for (const table of ['mailbox', 'report_status', 'case_report'])
		await sql`delete from ${sql.table(table)} where report = ${id}`.execute(db)
	await sql`delete from report where id = ${id}`.execute(db)
	return entry
}

/** Takes its entry away too, and puts all others in line for a new tree. */
const emptyRecord = async (db: QueryExecutorProvider, entry: string): Promise<void> => {
	await sql`delete from audit_entry where id = ${entry}`.execute(db)
	for (const table of ['audit_leaf', 'audit_hash', 'audit_checkpoint'])
		await sql`delete from ${sql.table(table)}`.execute(db)
	await sql`insert into audit_waiting select id from audit_entry`.execute(db)
}

describe.each(engines)('a record on %s notices', (engine) => {
	test('a report that was taken out with its mailbox and case', async () => {
		const { kysely, verify } = await begin(engine)
		expect(await verify()).toMatchObject({ problem: undefined, reports: 3, unexplained: 0 })
		await takeAway(kysely)
		expect(await verify()).toMatchObject({
			problem: expect.stringMatching(/^leaf \d+: nothing is kept behind it/u) as string,
			unexplained: 1,
		})
	})

	test('acts that were taken out, and the act that says why others went', async () => {
		const { kysely, verify, desk, record, pass } = await begin(engine)
		pass(31 * 24)
		expect(await eraseOverdue(desk)).toBe(2)
		await record.sequence(now)
		expect(await verify(), 'erased after its time').toMatchObject({
			problem: undefined,
			reports: 1,
			unexplained: 0,
			erased: 6,
		})
		await sql`delete from act_record where content like '%retention/erased%'`.execute(kysely)
		expect(await verify()).toMatchObject({
			problem: expect.stringContaining('nothing is kept behind it') as string,
			unexplained: 8,
		})
	})

	test('an entry that is put into the list of an erasure afterwards', async () => {
		const { kysely, verify, desk, record, pass } = await begin(engine)
		pass(31 * 24)
		await eraseOverdue(desk)
		await record.sequence(now)
		const { rows } = await sql<{ entry: string }>`select entry from report`.execute(kysely)
		const victim = rows[0]?.entry ?? ''
		await sql`delete from report`.execute(kysely)
		await sql`update act_record set content = replace(content, '"entries":[', ${`"entries":["${victim}",`})`.execute(
			kysely,
		)
		expect((await verify()).problem).toMatch(/^leaf \d+: the act is not the one that was recorded/u)
	})

	test.each(['lane', 'sealed_by', 'epoch'])('a changed %s of a report', async (column) => {
		const { kysely, verify } = await begin(engine)
		const other = { lane: 'normal', sealed_by: 'browser', epoch: 'demo-2020-01' }[column] ?? ''
		await sql`update report set ${sql.ref(column)} = ${other}`.execute(kysely)
		expect((await verify()).problem).toMatch(
			/^leaf \d+: the sealed report, or what stands beside it, is not the one that was recorded/u,
		)
	})

	test('a tree that was emptied to be built anew: it is not signed, not opened, and not called whole', async () => {
		const { kysely, record, open, verify } = await begin(engine)
		await emptyRecord(kysely, await takeAway(kysely))
		await expect(record.sequence(now), 'by the process that runs').rejects.toMatchObject({
			code: 'record.shorter',
		})
		await expect(open(), 'by the next start').rejects.toMatchObject({ code: 'record.shorter' })
		expect((await verify()).problem).toContain('shorter than what was signed')
	})

	test('a tree that was built anew with the stolen key of the record, shorter or of the same length', async () => {
		const { kysely, dataDir, record, open, verify } = await begin(engine)
		await emptyRecord(kysely, await takeAway(kysely))
		const elsewhere = makeFolder()
		mkdirSync(join(elsewhere, 'keys'), { mode: 0o700 })
		copyFileSync(join(dataDir, 'keys', 'log.key'), join(elsewhere, 'keys', 'log.key'))
		const theirs = await open(elsewhere)
		await theirs.sequence(now)
		expect((await verify()).problem).toContain('shorter than what was signed')
		await expect(open()).rejects.toMatchObject({ code: 'record.shorter' })
		const entry = crypto.randomUUID()
		await sql`insert into audit_entry values (${entry}, ${Buffer.alloc(32)})`.execute(kysely)
		await sql`insert into audit_waiting values (${entry})`.execute(kysely)
		await theirs.sequence(now)
		await expect(open()).rejects.toMatchObject({ code: 'record.forked' })
		await expect(record.sequence(now)).rejects.toMatchObject({ code: 'record.forked' })
		expect((await verify()).problem).toMatch(/^the copy of the last checkpoint/u)
	})
})
