/** Numbers that a person writes into the list: results of studies. What is counted comes from the counting, and nobody types it in. */
import { findSpan } from '../places/index.ts'
import type { Figure } from './figure.ts'
import type { FigureIndicator } from './indicator.ts'

type Judged = Pick<Figure, 'indicator' | 'place' | 'period' | 'low' | 'status'>

/** True for a part of the sessions in a province: its only school of a kind would be named. */
export const isNarrowPart = (
	{ indicator, place }: Pick<Figure, 'indicator' | 'place'>,
	indicators: readonly FigureIndicator[],
): boolean =>
	/^MA-[A-Z]{3}$/u.test(place) && indicators.some(({ id, part }) => id === indicator && part !== undefined)

/** True for what comes from the counting: of sessions, or of a counter that was born with noise. */
export const isCounted = (indicator: string, indicators: readonly FigureIndicator[]): boolean =>
	indicators.some(({ id, from }) => id === indicator && from !== 'study')

/**
 * The column that forbids a number to be typed in; `undefined` when nothing does.
 *
 * @param given - `today`: civil day
 */
export const findTypedFault = (
	{ indicator, place, period, low, status }: Judged,
	{ indicators, today }: { indicators: readonly FigureIndicator[]; today: string },
): 'indicator' | 'place' | 'period' | 'low' | undefined => {
	const known = indicators.find(({ id }) => id === indicator)
	if (!known || isCounted(indicator, indicators)) return 'indicator'
	if (isNarrowPart({ indicator, place }, indicators)) return 'place'
	if ((findSpan(period)?.until ?? '9') > today) return 'period'
	return status === 'shown' && low === undefined && known.interval !== 'exact' ? 'low' : undefined
}
