/** The newest number of each indicator for places: what a page shows; all the others stand in the open data. */
import {
	getCurrent,
	type Erratum,
	type FigureIndicator,
	type FigureTarget,
	type PublishedFigure,
} from '../figures/index.ts'
import { findSpan } from '../places/index.ts'

export type NumberOf = { figure: PublishedFigure; target: FigureTarget | undefined }

/** An indicator with the newest period that it has among some places, and the number of each place in it. */
export type LatestTable = { indicator: string; period: string; numbers: ReadonlyMap<string, NumberOf> }

/** Later ends come last; of periods that end together the longer. */
const compare = (one: string, other: string): number => {
	const [a, b] = [findSpan(one), findSpan(other)]
	return (a?.until ?? '').localeCompare(b?.until ?? '') || (b?.from ?? '').localeCompare(a?.from ?? '')
}

type Numbers = { figures: readonly PublishedFigure[]; targets: readonly FigureTarget[] }

/** Periods of which an indicator has numbers among these places, the newest first. */
export const listPeriodsOf = (
	{ figures }: Pick<Numbers, 'figures'>,
	places: readonly string[],
	indicator: string,
): readonly string[] => {
	const wanted = new Set(places)
	const own = figures.filter((figure) => figure.indicator === indicator && wanted.has(figure.place))
	return [...new Set(own.map(({ period }) => period))].sort(compare).toReversed()
}

const toTable = (
	own: readonly PublishedFigure[],
	{ indicator, period, targets }: { indicator: string; period: string; targets: Numbers['targets'] },
): LatestTable => {
	const ofPeriod = new Map(
		targets
			.filter((target) => target.indicator === indicator && target.period === period)
			.map((target) => [target.place, target]),
	)
	const numbers = own
		.filter((figure) => figure.period === period)
		.map((figure) => [figure.place, { figure, target: ofPeriod.get(figure.place) }] as const)
	return { indicator, period, numbers: new Map(numbers) }
}

/** One indicator in one period for these places; `undefined` where it has no number. */
export const findTable = (
	{ figures, targets }: Numbers,
	places: readonly string[],
	{ indicator, period }: { indicator: string; period: string },
): LatestTable | undefined => {
	const wanted = new Set(places)
	const own = figures.filter((figure) => figure.indicator === indicator && wanted.has(figure.place))
	const table = toTable(own, { indicator, period, targets })
	return table.numbers.size > 0 ? table : undefined
}

/**
 * Tables for these places, in the order of the indicators.
 *
 * @param indicators - their ids
 */
export const listLatest = (
	{ figures, targets }: Numbers,
	places: readonly string[],
	indicators: readonly string[],
): readonly LatestTable[] => {
	const wanted = new Set(places)
	const byIndicator = Map.groupBy(
		figures.filter(({ place }) => wanted.has(place)),
		({ indicator }) => indicator,
	)
	return indicators.flatMap((indicator) => {
		const own = byIndicator.get(indicator) ?? []
		const period = [...new Set(own.map((figure) => figure.period))].sort(compare).at(-1)
		return period === undefined ? [] : [toTable(own, { indicator, period, targets })]
	})
}

/** Fillings of the drawing: an exact number, or one with an interval; places without a number are left out. */
export const getFills = (table: LatestTable | undefined): ReadonlyMap<string, 'exact' | 'interval'> =>
	new Map(
		[...(table?.numbers ?? [])].flatMap(([place, { figure }]) => {
			const { status, low } = getCurrent(figure)
			return status === 'shown' ? [[place, low === undefined ? 'exact' : 'interval'] as const] : []
		}),
	)

/** True when a table has numbers that were born with noise. */
export const hasNoise = (
	tables: readonly LatestTable[],
	indicators: readonly Pick<FigureIndicator, 'id' | 'interval'>[],
): boolean =>
	tables.some((table) =>
		indicators.some(({ id, interval }) => id === table.indicator && interval === 'noise'),
	)

/** All errata, the newest first. */
export const listErrata = ({ figures }: { figures: readonly PublishedFigure[] }): readonly Erratum[] =>
	figures
		.flatMap(({ errata }) => errata)
		.toSorted((a, b) => b.on.localeCompare(a.on) || b.life - a.life || a.id.localeCompare(b.id))
