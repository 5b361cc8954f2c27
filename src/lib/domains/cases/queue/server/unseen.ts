import { sql } from 'kysely'
import { endedStatuses } from '../../status.ts'
import type { CaseQueries } from '../../server/case-tables.ts'

/** Lists cases of priority `danger` that nobody has seen yet, longest waiting first: the clock of the human eye runs. */
export const listUnseen = async (db: CaseQueries): Promise<string[]> => {
	const rows = await db
		.selectFrom('case_clock')
		.select('case_id')
		.where('clock', '=', 'danger-eye')
		.where('ended', 'is', null)
		.orderBy('started')
		.orderBy('case_id')
		.limit(1000)
		.execute()
	return rows.map(({ case_id }) => case_id)
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

/** State of the queue for whoever watches it, and nothing of any case: unseen danger, open cases. */
export type Waiting = { unseen: number; open: number }

export const countWaiting = async (db: CaseQueries): Promise<Waiting> => {
	const { rows } = await sql<{ open: number }>`
		select count(*)::int as open from desk_case where status <> all(${endedStatuses}::text[])`.execute(db)
	return { unseen: (await listUnseen(db)).length, open: rows[0]?.open ?? 0 }
}
