import { sql } from 'kysely'
import { endedStatuses } from '../../status.ts'
import type { CaseQueries } from '../../server/case-tables.ts'
import { crowded, isFolded } from './crowd.ts'

/** Most that are listed: more than anybody sees in a night. */
const mostListed = 10_000

/**
 * Lists danger that nobody has seen yet, longest waiting first: the clock of the human eye runs. An id for each case; one for all of a wave that
 * came together in a flood, and after the others, so that a flood rings as one and hides nobody.
 */
export const listUnseen = async (db: CaseQueries): Promise<string[]> => {
	const { rows } = await sql<{ id: string }>`
		with ${crowded}
		select case when ${isFolded} then crowd.wave else c.id end as id
		from case_clock clock join desk_case c on c.id = clock.case_id left join crowd on crowd.case_id = c.id
		where clock.clock = 'danger-eye' and clock.ended is null
		group by 1 order by bool_or(coalesce(${isFolded}, false)), min(clock.started), 1 limit ${sql.lit(mostListed)}`.execute(
		db,
	)
	return rows.map(({ id }) => id)
}

/** True when a case is danger that nobody has seen yet. */
export const isUnseen = async (db: CaseQueries, id: string): Promise<boolean> =>
	(await db
		.selectFrom('case_clock')
		.select('case_id')
		.where('case_id', '=', id)
		.where('clock', '=', 'danger-eye')
		.where('ended', 'is', null)
		.executeTakeFirst()) !== undefined

/** State of the queue for whoever watches it, and nothing of any case: unseen danger, a flood as one; open cases. */
export type Waiting = { unseen: number; open: number }

export const countWaiting = async (db: CaseQueries): Promise<Waiting> => {
	const { rows } = await sql<{ open: number }>`
		select count(*)::int as open from desk_case where status <> all(${endedStatuses}::text[])`.execute(db)
	return { unseen: (await listUnseen(db)).length, open: rows[0]?.open ?? 0 }
}
