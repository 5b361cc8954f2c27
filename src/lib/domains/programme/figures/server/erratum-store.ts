/** Errata: a number that was wrong is struck, the right one stands beside it for ever. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { isSoundValue, toFigureKey, type Erratum, type FigureKey, type Value } from '../figure.ts'
import { isSameNumber } from '../report.ts'
import { toNumberRow, toValue } from './figure-rows.ts'
import type { FigureQueries, FigureTransaction } from './figure-tables.ts'
import { indicators } from './indicators.ts'

export type Correction = FigureKey & { is: Value; reason: Erratum['reason'] }

const gone = (): AppError =>
	new AppError('figure.gone', 409, 'correcting a figure: nothing is published under this key')

/** The number that an erratum would strike, and how many stand there already. @throws AppError `figure.gone` */
export const findStruck = async (
	db: FigureQueries,
	{ indicator, place, period }: FigureKey,
): Promise<{ was: Value; life: number }> => {
	const figure = await db
		.selectFrom('programme_figure')
		.selectAll()
		.where('indicator', '=', indicator)
		.where('place', '=', place)
		.where('period', '=', period)
		.executeTakeFirst()
	if (!figure) throw gone()
	const last = await db
		.selectFrom('programme_erratum')
		.selectAll()
		.where('indicator', '=', indicator)
		.where('place', '=', place)
		.where('period', '=', period)
		.orderBy('life', 'desc')
		.executeTakeFirst()
	if (!last) return { was: toValue(figure), life: 1 }
	const { is_status: status, is_value: value, is_low: low, is_high: high } = last
	return { was: toValue({ status, value, low, high }), life: last.life + 1 }
}

/**
 * Refuses a correction that is none. A number that was born with noise is never made anew: two numbers for one count would say more than one;
 * it can only be withheld.
 */
export const refuseUnsoundCorrection = ({ indicator, is }: Correction, was: Value): void => {
	if (!isSoundValue(is) || isSameNumber(is, was))
		throw new AppError('figure.form', 409, 'correcting a figure: the new number is none, or the old one')
	const interval = indicators.find(({ id }) => id === indicator)?.interval
	if ((interval === 'noise' || indicator === 'protections-verified') && is.status === 'shown')
		throw new AppError(
			'figure.noise',
			409,
			'correcting a figure: one that was born with noise is only withheld',
		)
}

type Persons = { first: string; second: string; now: Date }

/**
 * Puts a number right, inside the transaction that uses the agreement of the second person.
 *
 * @throws AppError `figure.gone`, `figure.form`, `figure.noise`, `approval.same-person`
 */
export const addErratum = async (
	trx: FigureTransaction,
	correction: Correction,
	{ first, second, now }: Persons,
): Promise<void> => {
	if (first === second)
		throw new AppError('approval.same-person', 403, 'correcting a figure: it takes another person')
	const { was, life } = await findStruck(trx, correction)
	refuseUnsoundCorrection(correction, was)
	const [id, entry] = [randomUUID(), randomUUID()]
	const { indicator, place, period, is, reason } = correction
	const [old, right] = [toNumberRow(was), toNumberRow(is)]
	await trx
		.insertInto('programme_erratum')
		.values({
			id,
			indicator,
			place,
			period,
			life,
			first,
			second,
			entry,
			at: now,
			reason_ar: reason.ar,
			reason_fr: reason.fr,
			was_status: old.status,
			was_value: old.value,
			was_low: old.low,
			was_high: old.high,
			is_status: right.status,
			is_value: right.value,
			is_low: right.low,
			is_high: right.high,
		})
		.execute()
	await recordActs(trx, [
		{
			act: 'figure/corrected',
			by: second,
			at: now,
			entry,
			what: { erratum: id, figure: toFigureKey(correction), life },
		},
	])
}
