import { day } from '#base'
import { sql, type RawBuilder } from 'kysely'
import { isClockId, type ClockId } from '../../clock/case-clock.ts'
import { daysUntilForgotten, type QueueSort, type Whose } from '../queue-view.ts'
import { endedStatuses } from '../../status.ts'
import type { CaseQueries } from '../../server/case-tables.ts'
import { toDeskCase, type DeskCase } from '../../server/desk-case.ts'
import { crowded, isFolded, turn } from './crowd.ts'

/** A line of the queue: what is known of a case without opening it. */
export type QueueLine = DeskCase & {
	reports: number
	isHeld: boolean
	/** The clock that runs out first. */
	clock: ClockId | undefined
	due: Date | undefined
	/** Person whom the rota offers it to. */
	offered: string | undefined
}

/** One line as the query gives it; times are seconds since 1970. */
type Cells = [
	id: string,
	status: string,
	category: string | null,
	reason: string | null,
	lane: 'danger' | 'normal',
	assignee: string | null,
	supervisor: string | null,
	cluster: string | null,
	version: number,
	opened: number,
	changed: number,
	clock: string | null,
	due: number | null,
	reports: number,
	isHeld: boolean,
	offered: string | null,
	language: string | null,
]

const toDate = (seconds: number): Date => new Date(seconds * 1000)

const toLine = (cells: Cells): QueueLine => {
	const [id, status, category, reason, lane, assignee, supervisor, cluster, version] = cells
	const [, , , , , , , , , opened, changed, clock, due, reports, isHeld, offered, language] = cells
	const row = { id, status, category, reason, lane, assignee, supervisor, cluster, version, language }
	return {
		...toDeskCase({ ...row, opened: toDate(opened), changed: toDate(changed) }),
		reports,
		isHeld,
		clock: clock !== null && isClockId(clock) ? clock : undefined,
		due: due === null ? undefined : toDate(due),
		offered: offered ?? undefined,
	}
}

/** Filter and order of cases; `me` is who looks, `group` the id of a cluster. */
type Asked = {
	ended?: boolean
	whose?: Whose
	group?: string | undefined
	me?: string
	sort?: QueueSort
	most?: number
	skip?: number
	now?: Date
}

const isEnded = sql`(c.status = any(${endedStatuses}::text[]))`
const isMine = (me: string | undefined): RawBuilder<unknown> =>
	sql`coalesce(coalesce(c.assignee, c.offered) = ${me ?? null}::uuid, false)`
const isFree = sql`(c.assignee is null and c.offered is null)`
const isOthers = (me: string | undefined): RawBuilder<unknown> => sql`(not ${isFree} and not ${isMine(me)})`

/** An open case is forgotten when a limit ran out and nobody has touched it since, or when it had no step for two months. */
const isForgotten = (now: Date): RawBuilder<unknown> => {
	const old = new Date(now.getTime() - daysUntilForgotten * day)
	return sql`(not ${isEnded} and ((c.due < ${now} and c.changed <= c.due) or c.changed < ${old}))`
}

/** Every case once, with what decides whether and where it is shown; asked once, however much of it a page needs. */
const all = sql`${crowded}, every_case as (
	select c.*, running.clock, running.due, offer.user_id as offered, crowd.case_id is null as is_first,
		coalesce(${isFolded}, false) as is_folded
	from desk_case c
	left join (
		select distinct on (case_id) case_id, clock, due from case_clock where ended is null order by case_id, due
	) running on running.case_id = c.id
	left join rota_offer offer on offer.case_id = c.id
	left join crowd on crowd.case_id = c.id
), all_cases as materialized (
	select c.*, ${turn} as turn from every_case c
)`

const inView = ({ ended = false, group }: Asked): RawBuilder<unknown> =>
	sql`${isEnded} = ${ended}::boolean and ${group === undefined ? sql`true` : sql`c.cluster = ${group}::uuid`}`

/** Reports that came together in a flood are one line of the queue, and a view of their own. */
const isApart = sql`not c.is_folded`

const of = ({ whose = 'all', me, now = new Date() }: Asked): RawBuilder<unknown> =>
	({
		all: isApart,
		mine: isMine(me),
		free: sql`(${isFree} and ${isApart})`,
		others: isOthers(me),
		crowd: sql`c.is_folded`,
		forgotten: isForgotten(now),
	})[whose]

const order: Readonly<Record<QueueSort, RawBuilder<unknown>>> = {
	due: sql`c.lane <> 'danger', c.turn, c.due nulls last, c.changed desc, c.id`,
	newest: sql`c.opened desc, c.id`,
	status: sql`c.status, c.lane <> 'danger', c.due nulls last, c.id`,
}

/**
 * Lines as one JSON value: drivers take longer for 10,000 rows of 17 columns than the query does.
 */
const toLines = (asked: Asked): RawBuilder<unknown> => {
	const { most = 10_000, skip = 0, sort = 'due' } = asked
	return sql`(
		select coalesce(json_agg(json_build_array(
			id, status, category, reason, lane, assignee, supervisor, cluster, version,
			extract(epoch from opened)::int8, extract(epoch from changed)::int8, clock, extract(epoch from due)::int8,
			(select count(*)::int from case_report where case_id = line.id),
			exists (select 1 from hold where case_id = line.id), offered, language
		)), '[]') from (
			select * from all_cases c where ${inView(asked)} and ${of(asked)}
			order by ${order[sort]} limit ${most}::int offset ${skip}::int
		) line
	)`
}

/**
 * Cases for the queue, `skip` of them left out: danger first, then by what is due first; those without a clock last, newest
 * change first. `ended`: those that are over instead of those that are open.
 */
export const listQueue = async (db: CaseQueries, asked: Asked = {}): Promise<QueueLine[]> => {
	const { rows } = await sql<{ lines: Cells[] }>`with ${all} select ${toLines(asked)} as lines`.execute(db)
	return (rows[0]?.lines ?? []).map(toLine)
}

/** Open cases whose limit ran out while nobody touched them, the most urgent first: for everyone who looks at the queue. */
export const listForgotten = (db: CaseQueries, now: Date, most = 100): Promise<QueueLine[]> =>
	listQueue(db, { whose: 'forgotten', now, most })

export type QueueCounts = Readonly<Record<Whose, number>>

const toCounts = (asked: Asked): RawBuilder<unknown> => sql`(
	select json_build_object(
		'all', count(*) filter (where ${isApart}),
		'mine', count(*) filter (where ${isMine(asked.me)}),
		'free', count(*) filter (where ${isFree} and ${isApart}),
		'others', count(*) filter (where ${isOthers(asked.me)}),
		'crowd', count(*) filter (where c.is_folded),
		'forgotten', count(*) filter (where ${isForgotten(asked.now ?? new Date())})
	) from all_cases c where ${inView(asked)}
)`

/** Number of open cases (`ended`: cases that are over) of each kind. */
export const countQueue = async (db: CaseQueries, asked: Asked): Promise<QueueCounts> => {
	const { rows } = await sql<{
		counts: QueueCounts
	}>`with ${all} select ${toCounts(asked)} as counts`.execute(db)
	return rows[0]?.counts ?? { all: 0, mine: 0, free: 0, others: 0, crowd: 0, forgotten: 0 }
}

/** Data of a page of the queue: its lines, how many there are of each kind, and the first forgotten ones. */
export type Queue = { lines: QueueLine[]; counts: QueueCounts; forgotten: QueueLine[] }

/** All of it in one look at the cases. */
export const readQueue = async (db: CaseQueries, asked: Asked, mostForgotten: number): Promise<Queue> => {
	const late = { whose: 'forgotten', now: asked.now ?? new Date(), most: mostForgotten } as const
	const { rows } = await sql<{ lines: Cells[]; counts: QueueCounts; forgotten: Cells[] }>`
		with ${all} select ${toLines(asked)} as lines, ${toCounts(asked)} as counts, ${toLines(late)} as forgotten`.execute(
		db,
	)
	const [row] = rows
	if (!row) throw new Error('reading the queue: the database answered nothing')
	return { lines: row.lines.map(toLine), counts: row.counts, forgotten: row.forgotten.map(toLine) }
}
