/** A desk for tests: real tables, people with roles, cases, and the tables of reports as the desk uses them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { exposureLimits } from '../../src/lib/domains/wellbeing/index.ts'
import type { Person, StaffRole } from '../../src/lib/domains/people/index.ts'
import { addPerson } from '../../src/lib/domains/people/server/index.ts'
import { toHour } from '../../src/lib/base/index.ts'
import { setStatus } from '../../src/lib/domains/reports/server/keep/report-store.ts'
import type { ReportsPort } from '../../src/lib/domains/cases/server/reports-port.ts'
import { openCases, type Arrival } from '../../src/lib/domains/cases/work/server/case-arrival.ts'
import { getLockedCase, type Desk, type DeskCase } from '../../src/lib/domains/cases/server/desk-case.ts'
import { readLibrary } from './content.ts'
import type { CaseDatabase } from '../../src/lib/domains/cases/server/case-tables.ts'
import { database, type EngineName } from './database.ts'

export const start = new Date('2026-11-26T09:20:00Z')

/** The tables of reports, as far as cases reach: what a mailbox holds and what its page says. */
const reportsPort: ReportsPort = {
	putAnswers: async (trx, answers, now) => {
		for (const { report, sealed } of answers)
			await sql`insert into mailbox_message (id, report, n, sender, sealed, hour)
				select ${randomUUID()}, ${report}, coalesce(max(n), 0) + 1, 'desk', ${Buffer.from(sealed)}, ${toHour(now)}
				from mailbox_message where report = ${report} and sender = 'desk'`.execute(trx)
	},
	setStatus: (trx, reports, status, replaced) => setStatus(trx, reports, status, replaced),
	removeReports: async (trx, reports) => {
		for (const table of ['mailbox_message', 'report_status'])
			await sql`delete from ${sql.table(table)} where report = any(${reports}::uuid[])`.execute(trx)
		return []
	},
	countWaiting: () => Promise.resolve(0),
}

export type TestDesk = Desk & {
	/** Sets the clock forward. */
	pass: (hours: number) => void
	hire: (name: string, ...roles: StaffRole[]) => Promise<Person>
	/** Reports that come now, a case each. */
	receive: (count: number, more?: Partial<Arrival>) => Promise<string[]>
	get: (id: string) => Promise<DeskCase>
}

export const openDesk = async (engine: EngineName): Promise<TestDesk> =>
	openDeskOn((await database(engine)).kysely)

/** A desk on a database that has all tables of ours. */
export const openDeskOn = (db: CaseDatabase): TestDesk => {
	let now = start
	const time = { calendar: readLibrary().calendar, hours: 'always' } as const
	return {
		db,
		time,
		reportsPort,
		limits: exposureLimits,
		now: () => now,
		pass: (hours) => {
			now = new Date(now.getTime() + hours * 3_600_000)
		},
		hire: async (name, ...roles) => ({
			id: await addPerson(db, { name, roles, language: 'fr' }, now),
			roles,
		}),
		receive: async (count, more = {}) => {
			const arrivals = Array.from({ length: count }, (): Arrival => ({
				report: randomUUID(),
				epoch: '2026-11',
				lane: 'normal',
				hour: toHour(now),
				...more,
			}))
			await openCases(db, arrivals, time, now)
			const reports = arrivals.map(({ report }) => report)
			const rows = await db
				.selectFrom('case_report')
				.select(['case_id', 'report'])
				.where('report', 'in', reports)
				.execute()
			return reports.flatMap((report) => rows.find((row) => row.report === report)?.case_id ?? [])
		},
		get: (id) => db.transaction().execute((trx) => getLockedCase(trx, id)),
	}
}
