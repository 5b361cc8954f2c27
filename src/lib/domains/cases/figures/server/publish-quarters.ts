import { sql } from 'kysely'
import { getFirstWholeQuarter, getMonths, getQuarter, listDueQuarters, type Quarter } from '../quarter.ts'
import type { CaseDatabase, CaseQueries, CaseTables, CaseTransaction } from '../../server/case-tables.ts'

type PublishedKind = CaseTables['published_figures']['kind']

/** Lists what was published of a kind as it was written, the newest quarter first. */
export const listContents = async (
	db: CaseQueries,
	kind: PublishedKind,
): Promise<{ quarter: Quarter; content: string }[]> => {
	const rows = await db
		.selectFrom('published_figures')
		.select(['quarter', 'content'])
		.where('kind', '=', kind)
		.orderBy('quarter', 'desc')
		.execute()
	return rows.map(({ quarter, content }) => ({ quarter: quarter as Quarter, content }))
}

/** A real desk publishes from its first whole quarter on, a trial from the quarter of its oldest month. */
const findFirst = (liveSince: string | undefined, oldest: string | undefined): Quarter | undefined => {
	if (liveSince !== undefined) return getFirstWholeQuarter(liveSince)
	return oldest === undefined || oldest === '' ? undefined : getQuarter(oldest)
}

/** Figures to publish. `liveSince`: day on which the desk went live; `oldest`: first month of a trial, `2026-07`. */
type Publication = {
	kind: PublishedKind
	liveSince: string | undefined
	oldest: string | undefined
	now: Date
	count: (trx: CaseTransaction, months: { from: string; to: string }) => Promise<object>
}

/**
 * Publishes the figures of every quarter that is due and has none, once and for ever: what is published is never computed
 * again, so that no difference between two days shows a case.
 *
 * @returns how many quarters were published
 */
export const publishQuarters = async (
	db: CaseDatabase,
	{ kind, liveSince, oldest, now, count }: Publication,
): Promise<number> => {
	const first = findFirst(liveSince, oldest)
	if (first === undefined) return 0
	const done = new Set((await listContents(db, kind)).map(({ quarter }) => quarter))
	const due = listDueQuarters(first, now).filter((quarter) => !done.has(quarter))
	let published = 0
	for (const quarter of due)
		// One view of the tables: a case that is erased meanwhile is counted once.
		published += await db
			.transaction()
			.setIsolationLevel('repeatable read')
			.execute(async (trx) => {
				// First of all, since the view begins with what follows: what another process has published is seen, not run into.
				await sql`lock table published_figures in share row exclusive mode`.execute(trx)
				const content = JSON.stringify(await count(trx, getMonths(quarter)))
				const added = await trx
					.insertInto('published_figures')
					.values({ kind, quarter, content, at: now })
					.onConflict((conflict) => conflict.doNothing())
					.returning('quarter')
					.execute()
				return added.length
			})
	return published
}
