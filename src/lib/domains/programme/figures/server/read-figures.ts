/** Everything that is published, for pages and open data: read in blocks, each again only when something was added to it. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import {
	toFigureKey,
	type Erratum,
	type FigureTarget,
	type Published,
	type PublishedFigure,
} from '../figure.ts'
import { toValue } from './figure-rows.ts'
import type { FigureQueries } from './figure-tables.ts'

/** Numbers and targets of one indicator in one time, by place; the same object for as long as nothing is added to it. */
export type FigureBlock = Published & {
	/** Number of rows it was read from: they are only ever added. */
	mark: string
	/** SHA-256 of its numbers and targets, hex. */
	digest: string
}

/** Blocks by indicator and time, in their order. */
export type FigureBlocks = ReadonlyMap<string, FigureBlock>

const toDay = (at: Date): string => at.toISOString().slice(0, 10)

type Key = { indicator: string; period: string }

const toKey = ({ indicator, period }: Key): string => `${indicator} ${period}`

/** Indicators by name, the newest time of each first. */
const compareKeys = (one: Key, other: Key): number =>
	one.indicator === other.indicator
		? Number(one.period < other.period) - Number(one.period > other.period)
		: Number(one.indicator > other.indicator) - Number(one.indicator < other.indicator)

const byPlace = (one: { place: string }, other: { place: string }): number =>
	Number(one.place > other.place) - Number(one.place < other.place)

type Marked = Key & { mark: string }

const readMarks = async (db: FigureQueries): Promise<Marked[]> => {
	const { rows } =
		await sql<Marked>`select indicator, period, string_agg(mark, ' ' order by mark) as mark from (
		select indicator, period, concat('figures ', count(*), ' ', max(published_at)) as mark from programme_figure group by 1, 2
		union all select indicator, period, concat('errata ', count(*)) from programme_erratum group by 1, 2
		union all select indicator, period, concat('targets ', count(*)) from programme_target group by 1, 2
	) marks group by 1, 2`.execute(db)
	return rows.sort(compareKeys)
}

/** Picks the rows of some blocks. */
const among = (keys: readonly Key[]) => sql<boolean>`(indicator, period) in (select * from unnest(
	${keys.map(({ indicator }) => indicator)}::text[], ${keys.map(({ period }) => period)}::text[]))`

const readErrata = async (db: FigureQueries, keys: readonly Key[]): Promise<Map<string, Erratum[]>> => {
	const rows = await db
		.selectFrom('programme_erratum')
		.selectAll()
		.where(among(keys))
		.orderBy('life')
		.execute()
	const errata = rows.map((row): Erratum => {
		const { id, indicator, place, period, life, entry } = row
		const [was, is] = [
			{ status: row.was_status, value: row.was_value, low: row.was_low, high: row.was_high },
			{ status: row.is_status, value: row.is_value, low: row.is_low, high: row.is_high },
		]
		const reason = { ar: row.reason_ar, fr: row.reason_fr }
		const numbers = { was: toValue(was), is: toValue(is) }
		return { id, indicator, place, period, life, entry, reason, on: toDay(row.at), ...numbers }
	})
	return Map.groupBy(errata, toFigureKey)
}

const readTargets = async (db: FigureQueries, keys: readonly Key[]): Promise<Map<string, FigureTarget[]>> => {
	const rows = await db
		.selectFrom('programme_target')
		.selectAll()
		.where(among(keys))
		.orderBy('agreed_on')
		.execute()
	const replaced = new Set(rows.map(({ replaces }) => replaces))
	const byId = new Map(rows.map((row) => [row.id, row]))
	const before = (id: string | null): FigureTarget['before'][number][] => {
		const row = id === null ? undefined : byId.get(id)
		return row ? [...before(row.replaces), { value: row.value, agreedOn: row.agreed_on }] : []
	}
	const targets = rows
		.filter(({ id }) => !replaced.has(id))
		.map(({ indicator, place, period, value, agreed_on: agreedOn, replaces }) => ({
			indicator,
			place,
			period,
			value,
			agreedOn,
			before: before(replaces),
		}))
		.sort(byPlace)
	return Map.groupBy(targets, toKey)
}

const readNumbers = async (
	db: FigureQueries,
	keys: readonly Key[],
): Promise<Map<string, PublishedFigure[]>> => {
	const rows = await db.selectFrom('programme_figure').selectAll().where(among(keys)).execute()
	const errata = await readErrata(db, keys)
	const figures = rows.map((row) => ({
		indicator: row.indicator,
		place: row.place,
		period: row.period,
		method: row.method,
		...toValue(row),
		n: row.n ?? undefined,
		publishedOn: toDay(row.published_at),
		errata: errata.get(toFigureKey(row)) ?? [],
	}))
	return Map.groupBy(figures.sort(byPlace), toKey)
}

const readBlocks = async (db: FigureQueries, marked: readonly Marked[]): Promise<FigureBlocks> => {
	if (marked.length === 0) return new Map()
	const [numbers, targets] = [await readNumbers(db, marked), await readTargets(db, marked)]
	return new Map(
		marked.map((one) => {
			const key = toKey(one)
			const own = { figures: numbers.get(key) ?? [], targets: targets.get(key) ?? [] }
			const digest = createHash('sha256').update(JSON.stringify(own)).digest('hex')
			return [key, { ...own, mark: one.mark, digest }]
		}),
	)
}

/**
 * Reads all published numbers with their errata, and the targets that hold with those that they replaced.
 *
 * @param known - blocks as they were read before: those that nothing was added to are taken as they are
 */
export const readPublished = async (
	db: FigureQueries,
	known: FigureBlocks = new Map(),
): Promise<Published & { blocks: FigureBlocks }> => {
	const marked = await readMarks(db)
	const fresh = await readBlocks(
		db,
		marked.filter((one) => known.get(toKey(one))?.mark !== one.mark),
	)
	const blocks = new Map(
		marked.flatMap((one) => {
			const block = fresh.get(toKey(one)) ?? known.get(toKey(one))
			return block ? [[toKey(one), block] as const] : []
		}),
	)
	const all = [...blocks.values()]
	return {
		figures: all.flatMap(({ figures }) => figures),
		targets: all.flatMap(({ targets }) => targets),
		blocks,
	}
}
