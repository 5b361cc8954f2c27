import { sql } from 'kysely'
import { toPublicTable, toPublicTimes, type PublicTable, type PublicTimes } from '../figures.ts'
import { categories, type Category } from '../category.ts'
import { clockIds, type ClockId } from '../clock/case-clock.ts'
import { statuses, type Status } from '../status.ts'
import type { CaseDatabase } from './case-tables.ts'

/** What is published of whole months: nothing in it is about a case. */
export type DeskFigures = {
	/** First and last month, `2026-11`. */
	from: string
	to: string
	byCategory: PublicTable<Category>
	byStatus: PublicTable<Status>
	/** Hours until a clock was stopped. */
	times: Readonly<Record<ClockId, PublicTimes>>
}

type Row = { kind: string; grouped: string; count: number }

/** Counts of cases that are still there, in the form in which erased ones leave theirs. */
const countLive = async (db: CaseDatabase, from: string, to: string): Promise<Row[]> => {
	const { rows } = await sql<Row>`
		with live as (
			select id, category, status from desk_case where to_char(opened at time zone 'UTC', 'YYYY-MM') between ${from} and ${to}
		)
		select 'category' as kind, coalesce(category, 'other') as grouped, count(*)::int as count from live group by 2
		union all
		select 'status', status, count(*)::int from live group by 2
		union all
		select 'hours:' || clock, ceil(extract(epoch from ended - started) / 3600)::int::text, count(*)::int
		from case_clock join live on live.id = case_id where ended is not null group by 1, 2`.execute(db)
	return rows
}

const countErased = (db: CaseDatabase, from: string, to: string): Promise<Row[]> =>
	db
		.selectFrom('desk_count')
		.select(['kind', 'grouped', 'count'])
		.where('month', '>=', from)
		.where('month', '<=', to)
		.execute()

/**
 * Figures of the months from `from` to `to`. Give whole months that are over: a month that still grows would show, day by
 * day, what one case changed.
 */
export const getDeskFigures = async (db: CaseDatabase, from: string, to: string): Promise<DeskFigures> => {
	const rows = [...(await countLive(db, from, to)), ...(await countErased(db, from, to))]
	const sum = (kind: string, grouped: string): number =>
		rows
			.filter((row) => row.kind === kind && row.grouped === grouped)
			.reduce((all, { count }) => all + count, 0)
	const toTimes = (clock: ClockId): PublicTimes =>
		toPublicTimes(
			rows
				.filter(({ kind }) => kind === `hours:${clock}`)
				.flatMap(({ grouped, count }) => Array.from({ length: count }, () => Number(grouped) * 3_600_000)),
		)
	return {
		from,
		to,
		byCategory: toPublicTable(categories.map((group) => ({ group, count: sum('category', group) }))),
		byStatus: toPublicTable(statuses.map((group) => ({ group, count: sum('status', group) }))),
		times: Object.fromEntries(clockIds.map((clock) => [clock, toTimes(clock)])) as Record<
			ClockId,
			PublicTimes
		>,
	}
}
