/** The number of a study: written when two persons publish its result, put right when they correct it. Nobody types it in. */
import { isSameNumber } from '../report.ts'
import type { Erratum, Figure, Value } from '../figure.ts'
import { addErratum, findStruck } from './erratum-store.ts'
import type { FigureTransaction } from './figure-tables.ts'
import { freezeFigures } from './publish-figures.ts'

/** `before`: what the study had published, when this is a correction of it. */
export type StudyNumber = { figure: Figure; before: Value | undefined; reason: Erratum['reason'] }

const isPublished = async (
	trx: FigureTransaction,
	{ indicator, place, period }: Figure,
): Promise<boolean> => {
	const found = await trx
		.selectFrom('programme_figure')
		.select('indicator')
		.where('indicator', '=', indicator)
		.where('place', '=', place)
		.where('period', '=', period)
		.executeTakeFirst()
	return found !== undefined
}

/**
 * Publishes the number of a study, inside the transaction that publishes its result. Where the number of another study stands under the same key it
 * is left alone: both stand on their own pages.
 */
export const publishStudy = async (
	trx: FigureTransaction,
	{ figure, before, reason }: StudyNumber,
	{ first, second, now }: { first: string; second: string; now: Date },
): Promise<void> => {
	if (!(await isPublished(trx, figure))) {
		await freezeFigures(trx, [figure], { by: first, second, now })
		return
	}
	const { was } = await findStruck(trx, figure)
	if (!before || !isSameNumber(was, before) || isSameNumber(was, figure)) return
	const { indicator, place, period, value, low, high, status } = figure
	const is = { value, low, high, status }
	await addErratum(trx, { indicator, place, period, is, reason }, { first, second, now })
}
