/** The number that a study gives the scoreboard: the gain in knowledge, where that is what it was to judge. */
import type { Figure } from '../figures/index.ts'
import { country, getMonthOf } from '../places/index.ts'
import type { TrialReport } from './report.ts'
import type { Protocol } from './trial.ts'

/** Enough digits for a reader, and the same ones wherever it is stored. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4

/**
 * The gain in knowledge with its interval, null or not; its time is the month that was promised for the result, which no correction moves.
 *
 * @returns `undefined` where the study judges something else, or was stopped before it could
 */
export const findStudyNumber = (
	{ region, publishOn }: Pick<Protocol, 'region' | 'publishOn'>,
	{ outcomes }: Pick<TrialReport, 'outcomes'>,
): Figure | undefined => {
	const primary = outcomes.find(({ isPrimary, outcome }) => isPrimary && outcome === 'knowledge')
	if (!primary) return undefined
	const { smd, low, high, sheets } = primary.effect
	return {
		indicator: 'knowledge-gained',
		place: region ?? country,
		period: getMonthOf(publishOn),
		value: round(smd),
		low: round(low),
		high: round(high),
		status: 'shown',
		n: sheets,
		method: 'trial/1',
	}
}
