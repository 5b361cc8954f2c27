/** A report of numbers that may have been published before: what is new in it, and what is published otherwise and wants an erratum. */
import {
	getCurrent,
	toFigureKey,
	type Erratum,
	type Figure,
	type FigureKey,
	type PublishedFigure,
	type Value,
} from './figure.ts'
import type { FigureIndicator } from './indicator.ts'

/** A correction that stands in a report; `was`: the number that it strikes and no other. */
export type ReportedCorrection = FigureKey & { was: Value; is: Value; reason: Erratum['reason'] }

/** `stays`: numbers that would be others today and are left as they came out. */
export type ComparedReport = {
	figures: readonly Figure[]
	corrections: readonly ReportedCorrection[]
	stays: number
}

/** True for the same number and reason. */
export const isSameNumber = (one: Value, other: Value): boolean =>
	one.status === other.status && one.value === other.value && one.low === other.low && one.high === other.high

const toNumber = ({ value, low, high, status }: Value): Value => ({ value, low, high, status })

/**
 * Compares a report with what is published. Exact counts are put right. A share, a number with an interval and a part of the sessions came out
 * once: the one before and the one after would give away what lies between them; it keeps the `n` that it was made of, and two persons can still
 * withhold it by hand.
 */
export const compareReport = (
	reported: readonly Figure[],
	{
		published,
		indicators,
	}: { published: readonly PublishedFigure[]; indicators: readonly FigureIndicator[] },
	reason: Erratum['reason'],
): ComparedReport => {
	const known = new Map(published.map((figure) => [toFigureKey(figure), figure]))
	const isExactCount = ({ indicator }: Figure): boolean =>
		indicators.some(
			({ id, interval, measure, part }) =>
				id === indicator && interval === 'exact' && measure === 'count' && part === undefined,
		)
	const others = reported.flatMap((figure) => {
		const before = known.get(toFigureKey(figure))
		const was = before ? toNumber(getCurrent(before)) : undefined
		return was && !isSameNumber(was, figure) ? [{ figure, was }] : []
	})
	return {
		figures: reported.filter((figure) => !known.has(toFigureKey(figure))),
		corrections: others
			.filter(({ figure }) => isExactCount(figure))
			.map(({ figure: { indicator, place, period, ...is }, was }) => ({
				indicator,
				place,
				period,
				was,
				is: toNumber(is),
				reason,
			})),
		stays: others.filter(({ figure }) => !isExactCount(figure)).length,
	}
}
