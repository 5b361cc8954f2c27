/** Makes cases of reports, and finds the cases that a reporter's next letter wakes: asked of the database, which both rooms share. */
import { sql } from 'kysely'
import type { CaseQueries } from '../../server/case-tables.ts'
import { openCases, type Arrival } from './case-arrival.ts'
import type { Desk } from '../../server/desk-case.ts'
import { noteReporterWord } from '../../answers/server/word-store.ts'

/** Reports that no case has, danger first: so many at once. */
const listUnfiled = async (db: CaseQueries): Promise<Arrival[]> => {
	const { rows } = await sql<Arrival>`
		select id as report, epoch, lane, hour from report
		where not exists (select 1 from case_report where case_report.report = report.id)
		order by lane <> 'danger', hour, id limit 5000`.execute(db)
	return rows
}

/** Reports whose reporter wrote more letters than their case has steps of it; one row for each letter that is not counted yet. */
const listLetters = async (db: CaseQueries): Promise<{ report: string; letters: number }[]> => {
	const { rows } = await sql<{ report: string; letters: number; missing: number }>`
		with letter as (
			select report, count(*)::int as letters from mailbox_message where sender = 'reporter' group by report
		), step as (
			select case_id, count(*)::int as steps from case_step where kind = 'reporter-wrote' group by case_id
		)
		select report, letters, letters - coalesce(steps, 0) as missing
		from letter join case_report using (report) left join step using (case_id)
		where letters > coalesce(steps, 0) order by report limit 500`.execute(db)
	return rows.flatMap(({ report, letters, missing }) =>
		Array.from({ length: missing }, () => ({ report, letters })),
	)
}

/**
 * Makes a case of every report that has none, and takes note of new letters. Safe to call as often as one likes, and by several at once.
 * Answer: how many cases were made.
 */
export const fileArrivals = async (desk: Desk): Promise<number> => {
	const made = await openCases(desk.db, await listUnfiled(desk.db), desk.time, desk.now())
	for (const { report, letters } of await listLetters(desk.db)) await noteReporterWord(desk, report, letters)
	return made
}
