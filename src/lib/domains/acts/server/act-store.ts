import { sql, type QueryExecutorProvider } from 'kysely'
import type { ActGroup, Period } from '../recorded-acts.ts'

/** Groups that are read at most: a desk of thirty has fewer in three months. */
const most = 20_000

type Row = { hour: Date; act: string; by: string | null; count: number }

/**
 * Counts the acts of some days (UTC) in the record, by hour, kind and person, newest first. Of a case that was erased nothing is left to
 * count: its contents went with it, and its entries say nothing.
 */
export const listActGroups = async (db: QueryExecutorProvider, { from, to }: Period): Promise<ActGroup[]> => {
	const { rows } = await sql<Row>`
		select date_trunc('hour', (content ->> 'at')::timestamptz, 'UTC') as hour, content ->> 'act' as act, content ->> 'by' as by,
			count(*)::int as count
		from (select content::jsonb as content from act_record) acts
		where content ->> 'at' >= ${from} and content ->> 'at' < ${`${to}T24`}
		group by 1, 2, 3 order by 1 desc, 2, 3 limit ${most}::int`.execute(db)
	return rows.map(({ by, ...group }) => ({ ...group, by: by ?? undefined }))
}
