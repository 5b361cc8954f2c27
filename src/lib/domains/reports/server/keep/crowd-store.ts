import { sql } from 'kysely'
import type { ReportQueries } from '../tables.ts'

/** A report of danger that came while many came: with which others, of one minute and one size. */
export type Crowded = { report: string; wave: string }

/** Writes down which came together. One that is not in the database, or no longer, is left out. */
export const addCrowded = async (db: ReportQueries, rows: readonly Crowded[]): Promise<void> => {
	await sql`insert into report_crowd (report, wave)
		select given.report, given.wave from unnest(
			${rows.map(({ report }) => report)}::uuid[], ${rows.map(({ wave }) => wave)}::uuid[]
		) as given (report, wave) join report on report.id = given.report
		on conflict do nothing`.execute(db)
}

/** Writes down that the work for a report was done. One that came when few came has nothing to rise from. */
export const liftCrowded = async (db: ReportQueries, report: string): Promise<void> => {
	await db.updateTable('report_crowd').set({ worked: true }).where('report', '=', report).execute()
}

/** True for a report that came in a crowd, and for which no work was done. */
export const isCrowded = async (db: ReportQueries, report: string): Promise<boolean> =>
	(await db
		.selectFrom('report_crowd')
		.select('report')
		.where('report', '=', report)
		.where('worked', '=', false)
		.executeTakeFirst()) !== undefined
