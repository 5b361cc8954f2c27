/** Published numbers for information systems of others: what is shown, each with its interval as numbers of their own. */
import { toAdxFile, type AdxGroup } from '#tools/open-data/adx'
import { toDxf2File, type Dxf2Value } from '#tools/open-data/dxf2'
import { getCurrent, type PublishedFigure } from '../../figures/index.ts'
import { findSpan } from '../../places/index.ts'
import type { Frozen } from '../frozen.ts'

/** Names of numbers that were invented are others: no system that takes in ours takes those in. */
const toName = (indicator: string, isInvented: boolean): string =>
	`${isInvented ? 'DEMONSTRATION' : 'THIQA'}_${indicator.toUpperCase().replaceAll('-', '_')}`

/** A number and, where it has an interval, its two ends. */
const listValues = (
	figure: PublishedFigure,
	isInvented: boolean,
): { dataElement: string; value: number }[] => {
	const { status, value, low, high } = getCurrent(figure)
	const name = toName(figure.indicator, isInvented)
	if (status !== 'shown' || value === undefined) return []
	return [
		{ dataElement: name, value },
		...(low === undefined ? [] : [{ dataElement: `${name}_LOW`, value: low }]),
		...(high === undefined ? [] : [{ dataElement: `${name}_HIGH`, value: high }]),
	]
}

/** Length of a time, as ISO 8601 has it. */
const toDuration = (period: string): string =>
	period.includes('Q') ? 'P3M' : /^[0-9]{4}-[0-9]{2}$/u.test(period) ? 'P1M' : 'P1Y'

/** A time as DHIS2 has it: `2026Q4`, `202611`, `2026Sep` for a school year that begins in September, `2026`. */
const toDhis2Period = (period: string): string =>
	period.includes('/') ? `${period.slice(0, 4)}Sep` : period.replace('-', '')

/** ADX: one group for each place and time. */
export const makeAdx = ({ published, board }: Frozen, made: Date): string => {
	const groups = Map.groupBy(published.figures, ({ place, period }) => `${place} ${period}`)
	return toAdxFile(
		Array.from(groups.values(), (figures): AdxGroup => {
			const { place = '', period = '' } = figures[0] ?? {}
			return {
				orgUnit: place,
				from: findSpan(period)?.from ?? '',
				duration: toDuration(period),
				values: figures.flatMap((figure) => listValues(figure, board.isInvented)),
			}
		}),
		made,
	)
}

/** DXF2: one value for each number. */
export const makeDxf2 = ({ published, board }: Frozen): string =>
	toDxf2File(
		'THIQA_PROGRAMME',
		published.figures.flatMap((figure) =>
			listValues(figure, board.isInvented).map(({ dataElement, value }): Dxf2Value => ({
				dataElement,
				value,
				orgUnit: figure.place,
				period: toDhis2Period(figure.period),
				comment: figure.method,
			})),
		),
	)
