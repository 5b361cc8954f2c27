/** Publishing: a number goes in once, under its indicator, place and period, and stays. */
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { findSpan } from '../../places/index.ts'
import { isSoundValue, toFigureKey, type Figure } from '../figure.ts'
import { isSameNumber } from '../report.ts'
import { toNumberRow, toValue } from './figure-rows.ts'
import type { FigureTransaction } from './figure-tables.ts'
import { indicators } from './indicators.ts'

/** The two persons who publish, and when; nobody where a period is closed by itself. */
export type PublishedBy = { by: string | null; second: string | null; now: Date }

const refuseUnsound = (figures: readonly Figure[]): void => {
	for (const figure of figures) {
		const isKnown = indicators.some(({ id }) => id === figure.indicator)
		if (!isKnown || findSpan(figure.period) === undefined || !isSoundValue(figure))
			throw new AppError('figure.form', 409, 'publishing figures: an indicator, a period or a number is none')
	}
}

const findStored = async (trx: FigureTransaction, figures: readonly Figure[]) => {
	const rows = await trx
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
		...{ indicator: figure.indicator, place: figure.place, period: figure.period },
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

/**
 * Publishes numbers, inside the transaction of whoever made them. What is published already with the same number is left as it is, so that a
 * release that runs twice does nothing the second time.
 *
 * @returns how many are new
 * @throws AppError `figure.form`: an indicator, period or number that is none; `figure.frozen`: another number is published under the same key
 */
export const freezeFigures = async (
	trx: FigureTransaction,
	figures: readonly Figure[],
	by: PublishedBy,
): Promise<number> => {
	if (figures.length === 0) return 0
	refuseUnsound(figures)
	const stored = await findStored(trx, figures)
	const fresh = figures.filter((figure) => {
		const known = stored.get(toFigureKey(figure))
		if (known && !isSameNumber(toValue(known), figure))
			throw new AppError('figure.frozen', 409, 'publishing figures: one is published with another number')
		return !known
	})
	if (fresh.length === 0) return 0
	await insert(trx, fresh, by)
	const first = fresh[0]
	await recordActs(trx, [
		{
			act: 'figure/published',
			by: by.second ?? by.by,
			at: by.now,
			what: { count: fresh.length, first: first ? toFigureKey(first) : '' },
		},
	])
	return fresh.length
}
