/** Publishing: a number goes in once, under its indicator, place and period, and stays. */
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { findSpan } from '../../places/index.ts'
import { isSoundValue, toFigureKey, type Figure, type FigureKey } from '../figure.ts'
import { isSameNumber } from '../report.ts'
import { isNarrowPart } from '../typed.ts'
import { toNumberRow, toValue } from './figure-rows.ts'
import type { FigureQueries, FigureTransaction } from './figure-tables.ts'
import { indicators } from './indicators.ts'

/** The two persons who publish, and when; nobody where a period is closed by itself. */
export type PublishedBy = { by: string | null; second: string | null; now: Date }

const refuseUnsound = (figures: readonly Figure[]): void => {
	for (const figure of figures) {
		const isKnown = indicators.some(({ id }) => id === figure.indicator)
		const isFit = isSoundValue(figure) && !isNarrowPart(figure, indicators)
		if (!isKnown || findSpan(figure.period) === undefined || !isFit)
			throw new AppError('figure.form', 409, 'publishing figures: an indicator, a period or a number is none')
	}
}

const findStored = async (db: FigureQueries, figures: readonly Figure[]) => {
	const rows = await db
		.selectFrom('programme_figure')
		.selectAll()
		.where('indicator', 'in', [...new Set(figures.map(({ indicator }) => indicator))])
		.where('period', 'in', [...new Set(figures.map(({ period }) => period))])
		.execute()
	return new Map(rows.map((row) => [toFigureKey(row), row]))
}

/** A fault in a number that nobody can have wanted: told with the rule, not thrown by the database. */
const insert = async (trx: FigureTransaction, figures: readonly Figure[], by: PublishedBy): Promise<void> => {
	const values = figures.map((figure) => ({
		indicator: figure.indicator,
		place: figure.place,
		period: figure.period,
		...toNumberRow(figure),
		n: figure.n ?? null,
		method: figure.method,
		published_at: by.now,
		by: by.by,
		second: by.second,
	}))
	for (let at = 0; at < values.length; at += 1000)
		await trx
			.insertInto('programme_figure')
			.values(values.slice(at, at + 1000))
			.execute()
}

type Sorted = { fresh: readonly Figure[]; others: readonly Figure[] }

/** Numbers that are not published yet, and those that are published otherwise. */
const sort = async (db: FigureQueries, figures: readonly Figure[]): Promise<Sorted> => {
	if (figures.length === 0) return { fresh: [], others: [] }
	const stored = await findStored(db, figures)
	return {
		fresh: figures.filter((figure) => !stored.has(toFigureKey(figure))),
		others: figures.filter((figure) => {
			const known = stored.get(toFigureKey(figure))
			return known && !isSameNumber(toValue(known), figure)
		}),
	}
}

const publish = async (
	trx: FigureTransaction,
	fresh: readonly Figure[],
	by: PublishedBy,
): Promise<number> => {
	const [first] = fresh
	if (!first) return 0
	await insert(trx, fresh, by)
	await recordActs(trx, [
		{
			act: 'figure/published',
			by: by.second ?? by.by,
			at: by.now,
			what: { count: fresh.length, first: toFigureKey(first) },
		},
	])
	return fresh.length
}

/**
 * Publishes numbers, inside the transaction of whoever made them. What is published already with the same number is left as it is, so that a
 * report that is agreed to twice does nothing the second time.
 *
 * @returns how many are new
 * @throws AppError `figure.form`: an indicator, period or number that is none; `figure.frozen`: another number is published under the same key
 */
export const freezeFigures = async (
	trx: FigureTransaction,
	figures: readonly Figure[],
	by: PublishedBy,
): Promise<number> => {
	refuseUnsound(figures)
	const { fresh, others } = await sort(trx, figures)
	if (others.length > 0)
		throw new AppError('figure.frozen', 409, 'publishing figures: one is published with another number')
	return publish(trx, fresh, by)
}

/** Of numbers that are published otherwise, those that still stand: what was withheld claims nothing. */
const listStanding = async (db: FigureQueries, others: readonly Figure[]): Promise<FigureKey[]> => {
	if (others.length === 0) return []
	const withheld = await db
		.selectFrom('programme_erratum')
		.select(['indicator', 'place', 'period'])
		.where('is_status', '=', 'withheld')
		.where('indicator', 'in', [...new Set(others.map(({ indicator }) => indicator))])
		.execute()
	const gone = new Set(withheld.map(toFigureKey))
	return others
		.filter((figure) => !gone.has(toFigureKey(figure)))
		.map(({ indicator, place, period }) => ({ indicator, place, period }))
}

/** Keys under which another number stands than was counted. */
export const findConflicts = async (db: FigureQueries, counted: readonly Figure[]): Promise<FigureKey[]> =>
	listStanding(db, (await sort(db, counted)).others)

/**
 * Publishes what was counted: a number that stands there otherwise is left alone, and the rest comes out. A release runs again and again, and does
 * nothing the second time.
 *
 * @returns how many are new, and the keys under which another number stands
 * @throws AppError `figure.form`: an indicator, period or number that is none
 */
export const releaseFigures = async (
	trx: FigureTransaction,
	counted: readonly Figure[],
	by: PublishedBy,
): Promise<{ fresh: number; conflicts: readonly FigureKey[] }> => {
	refuseUnsound(counted)
	const { fresh, others } = await sort(trx, counted)
	return { fresh: await publish(trx, fresh, by), conflicts: await listStanding(trx, others) }
}
