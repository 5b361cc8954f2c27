/** Targets with what of them is reached: a whole is never compared with a part of it without saying which part. */
import {
	getCurrent,
	type FigureIndicator,
	type FigureTarget,
	type Published,
	type PublishedFigure,
} from '../figures/index.ts'
import { findSpan, type PeriodSpan } from '../places/index.ts'

/** What is reached. `whole`: the number of the very time of the target. `part`: a sum of times in it. `latest`: of what no sum can be made. */
export type Reached = {
	kind: 'whole' | 'part' | 'latest'
	value: number
	low: number | undefined
	high: number | undefined
	/** Time of the newest number in it. */
	period: string
	/** Months that the number speaks of, and those of the target. */
	months: number
	of: number
	/** Times in it that have no number: too few, withheld, not counted. */
	without: number
}

/** `reached`: nothing where no number of its time is published. */
export type TargetLine = { target: FigureTarget; reached: Reached | undefined }

const countMonths = ({ from, until }: PeriodSpan): number =>
	(Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
	Number(until.slice(5, 7)) -
	Number(from.slice(5, 7))

type Timed = { figure: PublishedFigure; span: PeriodSpan }

/** Figures that lie in a time and do not overlap: longer ones before those that they hold. */
const listInside = (figures: readonly PublishedFigure[], whole: PeriodSpan): readonly Timed[] => {
	const timed = figures.flatMap((figure): Timed[] => {
		const span = findSpan(figure.period)
		return span && whole.from <= span.from && span.until <= whole.until ? [{ figure, span }] : []
	})
	const taken: Timed[] = []
	for (const one of timed.toSorted((a, b) => countMonths(b.span) - countMonths(a.span)))
		if (!taken.some(({ span }) => one.span.from < span.until && span.from < one.span.until)) taken.push(one)
	return taken.toSorted((a, b) => a.span.from.localeCompare(b.span.from))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const findReached = (
	{ period }: FigureTarget,
	measure: FigureIndicator['measure'],
	figures: readonly PublishedFigure[],
): Reached | undefined => {
	const whole = findSpan(period)
	if (!whole) return undefined
	const inside = listInside(figures, whole).map((one) => ({ ...one, current: getCurrent(one.figure) }))
	const told = inside.filter(({ current }) => current.status === 'shown' && current.value !== undefined)
	const newest = told.at(-1)
	if (!newest) return undefined
	const isWhole = countMonths(newest.span) === countMonths(whole)
	const taken = measure === 'count' ? told : [newest]
	const isExact = taken.every(({ current }) => current.low === undefined)
	const add = (end: 'low' | 'high'): number | undefined =>
		isExact ? undefined : sum(taken.map(({ current }) => current[end] ?? current.value ?? 0))
	return {
		kind: isWhole ? 'whole' : measure === 'count' ? 'part' : 'latest',
		value: sum(taken.map(({ current }) => current.value ?? 0)),
		low: add('low'),
		high: add('high'),
		period: newest.figure.period,
		months: sum(taken.map(({ span }) => countMonths(span))),
		of: countMonths(whole),
		without: inside.length - told.length,
	}
}

/** Targets of a place, in the order of the indicators and of their times. */
export const listTargetsOf = (
	{ figures, targets }: Published,
	place: string,
	indicators: readonly Pick<FigureIndicator, 'id' | 'measure'>[],
): readonly TargetLine[] =>
	indicators.flatMap(({ id, measure }) =>
		targets
			.filter((target) => target.indicator === id && target.place === place)
			.toSorted((a, b) => a.period.localeCompare(b.period))
			.map((target) => ({
				target,
				reached: findReached(
					target,
					measure,
					figures.filter((figure) => figure.indicator === id && figure.place === place),
				),
			})),
	)
