import { sql } from 'kysely'
import { toFigures, type CountRow, type Figures } from '../figures.ts'
import { toOutcome, type OutcomeOf } from '../outcome.ts'
import type { PublishedFigures } from '../open-data.ts'
import type { CaseDatabase, CaseQueries, CaseTransaction } from '../../server/case-tables.ts'
import { listContents, publishQuarters } from './publish-quarters.ts'

type CaseRow = OutcomeOf & { id: string; category: string | null; lane: string }

/** Cases with every status they have had; who called the police about one has told them, as a dossier does. */
const readCases = async (
	db: CaseQueries,
	which: { id: string } | { from: string; to: string },
): Promise<CaseRow[]> => {
	const condition =
		'id' in which
			? sql`id = ${which.id}`
			: sql`to_char(opened at time zone 'UTC', 'YYYY-MM') between ${which.from} and ${which.to}`
	const { rows } = await sql<CaseRow>`
		select id, category, status, reason, lane, array(
			select distinct case when kind = 'called' then 'first-police' else case_step.status end from case_step
			where case_id = desk_case.id and (case_step.status is not null or kind = 'called')
		) as was
		from desk_case where ${condition}`.execute(db)
	return rows
}

/** Hours that each clock took the first time: one case counts once, however often a clock began again. */
const readHours = async (db: CaseQueries, ids: readonly string[]): Promise<CountRow[]> => {
	const { rows } = await sql<CountRow>`
		select 'hours:' || clock as kind, hours::text as grouped, count(*)::int as count from (
			select distinct on (case_id, clock) clock, ceil(extract(epoch from ended - started) / 3600)::int as hours
			from case_clock where case_id = any(${ids}::uuid[]) and ended is not null order by case_id, clock, started, id
		) as first group by 1, 2`.execute(db)
	return rows
}

const countCases = async (db: CaseQueries, cases: readonly CaseRow[]): Promise<CountRow[]> => [
	...cases.flatMap((one) => [
		{ kind: 'category', grouped: one.category ?? 'other', count: 1 },
		{ kind: 'lane', grouped: one.lane, count: 1 },
		{ kind: 'outcome', grouped: toOutcome(one), count: 1 },
	]),
	...(await readHours(
		db,
		cases.map(({ id }) => id),
	)),
]

const addCounts = async (trx: CaseTransaction, month: string, counts: readonly CountRow[]): Promise<void> => {
	for (const { kind, grouped, count } of counts)
		await trx
			.insertInto('desk_count')
			.values({ month, kind, grouped, count })
			.onConflict((conflict) =>
				conflict
					.columns(['month', 'kind', 'grouped'])
					.doUpdateSet((old) => ({ count: old('desk_count.count', '+', count) })),
			)
			.execute()
}

const toMonth = (day: Date): string => day.toISOString().slice(0, 7)

/** Leaves of a case that is erased what figures need: that there was one of its kind in its month, and its hours. */
export const leaveCounts = async (
	trx: CaseTransaction,
	{ id, opened }: { id: string; opened: Date },
): Promise<void> => addCounts(trx, toMonth(opened), await countCases(trx, await readCases(trx, { id })))

/**
 * Counts who wrote, in the month of the case and nowhere beside the case: who reads the table later cannot tell which case
 * it was.
 */
export const countReporter = (trx: CaseTransaction, opened: Date, reporter: string): Promise<void> =>
	addCounts(trx, toMonth(opened), [{ kind: 'reporter', grouped: reporter, count: 1 }])

/**
 * Figures of the months from `from` to `to`, of cases that are still there and of erased ones. Give whole months that are
 * over: a month that still grows would show, day by day, what one case changed.
 */
export const getDeskFigures = async (db: CaseQueries, from: string, to: string): Promise<Figures> => {
	const erased = await db
		.selectFrom('desk_count')
		.select(['kind', 'grouped', 'count'])
		.where('month', '>=', from)
		.where('month', '<=', to)
		.execute()
	const live = await countCases(db, await readCases(db, { from, to }))
	return toFigures([...live, ...erased], { from, to })
}

/** Kind of figures: of a desk that somebody answers for, or of a trial. */
type FigureKind = 'live' | 'demonstration'

/** Month of the oldest case, also of an erased one. */
const findOldest = async (db: CaseQueries): Promise<string | undefined> => {
	const { rows } = await sql<{ month: string | null }>`select least(
		(select to_char(min(opened) at time zone 'UTC', 'YYYY-MM') from desk_case), (select min(month) from desk_count)
	) as month`.execute(db)
	return rows[0]?.month ?? undefined
}

/**
 * Publishes the figures of every quarter that is due and has none, once and for ever.
 *
 * @param liveSince - day on which the desk went live; `undefined`: a trial
 * @returns how many quarters were published
 */
export const publishFigures = async (
	db: CaseDatabase,
	{ liveSince, now }: { liveSince: string | undefined; now: Date },
): Promise<number> =>
	publishQuarters(db, {
		kind: liveSince === undefined ? 'demonstration' : 'live',
		now,
		liveSince,
		oldest: await findOldest(db),
		count: (trx, { from, to }) => getDeskFigures(trx, from, to),
	})

/** Lists the published figures, the newest quarter first. */
export const listPublishedFigures = async (db: CaseQueries, kind: FigureKind): Promise<PublishedFigures[]> =>
	(await listContents(db, kind)).map(({ quarter, content }) => ({
		quarter,
		figures: JSON.parse(content) as Figures,
	}))
