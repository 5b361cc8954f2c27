/**
 * Hours are hours in the database (review of November 2026, F7): after a report, its case, an attachment row and an entry of the record no column of
 * any table holds a moment that is finer than the quarter of an hour. The write-ahead log and transaction numbers keep more, as the threat model says.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openRecord } from '#platform'
import { setDatabase } from '#server/process/database'
import { makeFolder } from '../../../tests/support/child.ts'
import { database, engines } from '../../../tests/support/database.ts'
import { answers, makeBody, openTestReports, post, serveReports } from '../../../tests/support/reports.ts'
import { ingestReports } from './arrivals.ts'

afterEach(() => vi.unstubAllEnvs())

type Column = { table: string; column: string }

describe.each(engines)('what is written on %s when somebody reports', (engine) => {
	test('holds no time finer than the quarter of an hour, in any table', async () => {
		const opened = await database(engine)
		const { kysely: db } = opened
		const dataDir = makeFolder()
		vi.stubEnv('DATA_DIR', dataDir)
		vi.stubEnv('LOG_LEVEL', 'error')
		setDatabase(opened)
		const reports = await openTestReports({ kysely: db, dataDir, asksWork: false })
		const origin = await serveReports(reports)
		expect((await post(origin, (await makeBody(reports)).body)).status).toBe(201)
		const clear = { answers: { ...answers, danger: 'now' }, locale: 'fr' } as const
		const filed = await reports.intake.fileInClear({ ...clear, token: reports.intake.makeToken() })
		if (!filed.ok) throw new Error(filed.code)
		const mailbox = await reports.openByCode(filed.value.code)
		expect((await mailbox.write('واش كاين جواب؟', undefined)).ok).toBe(true)
		await ingestReports()
		const record = await openRecord({ kysely: db, dataDir, origin: undefined, witnesses: [] })
		await record.sequence(new Date())

		const { rows: columns } = await sql<Column>`select table_name as "table", column_name as "column"
			from information_schema.columns
			where table_schema = current_schema() and data_type like 'timestamp%'`.execute(db)
		expect(columns.length).toBeGreaterThan(20)
		const fine: string[] = []
		let seen = 0
		for (const { table, column } of columns) {
			const { rows } = await sql<{ all: number; fine: number }>`select count(${sql.ref(column)})::int as all,
				(count(*) filter (where extract(epoch from ${sql.ref(column)})::numeric % 900 <> 0))::int as fine
				from ${sql.table(table)}`.execute(db)
			seen += rows[0]?.all ?? 0
			if ((rows[0]?.fine ?? 0) > 0) fine.push(`${table}.${column}`)
		}
		expect(seen).toBeGreaterThan(5)
		// Of the installation, written when it is begun.
		expect(fine.filter((one) => one !== 'setting.changed_at')).toEqual([])
		const { mtimeMs } = statSync(join(dataDir, 'keys/record.note'))
		expect(
			[mtimeMs, statSync(join(dataDir, 'keys')).mtimeMs],
			'dates of files that each report renews',
		).toEqual([0, 0])
	})
})
