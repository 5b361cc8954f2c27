/** All sessions as a file, read a page at a time: however many there are, one page of them is in memory. */
import { sql } from 'kysely'
import { may, type Person } from '#domains/people'
import type { SessionQueries } from '../../server/session-tables.ts'

/** Columns of the file; whoever held a session, and with which link, is none of them. */
const columns = [
	'id',
	'revision',
	'state',
	'region',
	'province',
	'setting',
	'held_on',
	'minutes',
	'audience',
	'language',
	'lesson',
	'dose',
	'series',
	'band',
	'card',
	'source',
	'look',
	'look_way',
	'trained_by',
	'action',
] as const

/** Where a page ends: day and id of its last session. */
type End = { day: string; id: string }

type SessionPage = { day: string | null; id: string | null; lines: string | null; count: number }

/** A page behind another in the order of days, in which they were written as well: neighbours on paper are neighbours on the disk. Its lines made by the database: cells are words of a list, numbers, days and ids, so none wants quotes. */
const readPage = async (
	db: SessionQueries,
	{ after, region, together }: { after: End; region: string | undefined; together: number },
): Promise<SessionPage | undefined> => {
	const cells = sql.join(columns.map((column) => sql`coalesce(${sql.ref(column)}::text, '')`))
	const own = region === undefined ? sql`` : sql`and region = ${region}`
	const { rows } = await sql<SessionPage>`select count(*)::int as count,
			(array_agg(held_on::text order by held_on desc, id desc))[1] as day, (array_agg(id::text order by held_on desc, id desc))[1] as id,
			string_agg(concat_ws(',', ${cells}), E'\r\n' order by held_on, id) as lines
		from (select * from programme_session where (held_on, id) > (${after.day}::date, ${after.id}::uuid) ${own}
			order by held_on, id limit ${together}::int) page`.execute(db)
	return rows[0]
}

/**
 * Text of a CSV, piece by piece: the sessions of whoever asks, those that were taken back among them. What is written while it is
 * read may be in it or not. Who may read their own only gets the heads.
 *
 * @param together - sessions of a page
 */
export async function* exportSessions(
	db: SessionQueries,
	by: Person,
	together = 2000,
): AsyncGenerator<string> {
	yield `${columns.join(',')}\r\n`
	if (!may(by, 'read', 'session', 'unit')) return
	let after: End = { day: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }
	for (;;) {
		const page = await readPage(db, { after, region: by.region, together })
		if (page?.lines) yield `${page.lines}\r\n`
		if (!page?.day || !page.id || page.count < together) return
		after = { day: page.day, id: page.id }
	}
}
