/** Targets: what is aimed at. A new one replaces the last and leaves it in the chain, so that a target that was lowered shows. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { toFigureKey, type FigureKey } from '../figure.ts'
import type { FigureDatabase, FigureQueries } from './figure-tables.ts'
import { indicators } from './indicators.ts'

const findLast = async (
	db: FigureQueries,
	{ indicator, place, period }: FigureKey,
): Promise<string | null> => {
	const rows = await db
		.selectFrom('programme_target')
		.select(['id', 'replaces'])
		.where('indicator', '=', indicator)
		.where('place', '=', place)
		.where('period', '=', period)
		.execute()
	const replaced = new Set(rows.map(({ replaces }) => replaces))
	return rows.find(({ id }) => !replaced.has(id))?.id ?? null
}

type Agreed = FigureKey & { value: number; agreedOn: string }

/**
 * Sets a target; the one before stays in sight.
 *
 * @throws AppError `figure.form` for an indicator that is none; `figure.changed` when somebody set another at the same moment
 */
export const setTarget = (
	db: FigureDatabase,
	agreed: Agreed,
	{ by, now }: { by: string; now: Date },
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		if (!indicators.some(({ id }) => id === agreed.indicator))
			throw new AppError('figure.form', 409, 'setting a target: no such indicator')
		const { indicator, place, period, value, agreedOn } = agreed
		const { numInsertedOrUpdatedRows: count } = await trx
			.insertInto('programme_target')
			.values({
				id: randomUUID(),
				indicator,
				place,
				period,
				value,
				agreed_on: agreedOn,
				by,
				replaces: await findLast(trx, agreed),
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst()
		if (!count) throw new AppError('figure.changed', 409, 'setting a target: somebody else has just set one')
		await recordActs(trx, [
			{ act: 'figure/target', by, at: now, what: { target: toFigureKey(agreed), value } },
		])
	})
