/** How reports become cases, and how a reporter's next letter wakes one: asked of the database, which both rooms share. */
import { noteReporterWord, openCases, type Arrival } from '#domains/cases/server'
import { sql } from 'kysely'
import { getCaseDatabase, getDesk } from '#server/desk/case-desk'
import { shareOutCases } from '#server/desk/rota'

const listNew = async (): Promise<Arrival[]> => {
	const { rows } = await sql<Arrival>`
		select id as report, epoch, lane, hour from report
		where not exists (select 1 from case_report where case_report.report = report.id)
		order by lane <> 'danger', hour, id limit 5000`.execute(getCaseDatabase())
	return rows
}

/** Reports whose reporter wrote more letters than their case has steps of it; one row for each letter that is not counted yet. */
const listLetters = async (): Promise<{ report: string; letters: number }[]> => {
	const { rows } = await sql<{ report: string; letters: number; missing: number }>`
		with letter as (
			select report, count(*)::int as letters from mailbox_message where sender = 'reporter' group by report
		), step as (
			select case_id, count(*)::int as steps from case_step where kind = 'reporter-wrote' group by case_id
		)
		select report, letters, letters - coalesce(steps, 0) as missing
		from letter join case_report using (report) left join step using (case_id)
		where letters > coalesce(steps, 0) order by report limit 500`.execute(getCaseDatabase())
	return rows.flatMap(({ report, letters, missing }) =>
		Array.from({ length: missing }, () => ({ report, letters })),
	)
}

/** Makes a case of every report that has none, takes note of new letters, and offers what is free. Safe to call as often as one likes. */
export const takeIn = async (): Promise<void> => {
	const desk = getDesk()
	const made = await openCases(desk.db, await listNew(), desk.time, desk.now())
	for (const { report, letters } of await listLetters()) await noteReporterWord(desk, report, letters)
	await shareOutCases(made > 0)
}
