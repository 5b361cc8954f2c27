/** Rows that a quarter publishes of its series: the share that kept its dosage, in the country and in each region, from five series. */
import type { Figure } from '../figures/index.ts'
import { country, type ProgrammePlace } from '../places/index.ts'
import { countDosage } from './dosage.ts'
import { fewestSessions } from './publish-parts.ts'
import { hide } from './publish.ts'

type Counted = { begun: number; kept: number }
type At = { place: string; period: string }

/** The row of a place and a period; from five series, and not where a share beside it would give away that of fewer. Share between 0 and 1. */
export const toDosageFigure = ({ begun, kept }: Counted, { place, period }: At, isHidden = false): Figure => {
	const row = { indicator: 'dosage-kept', place, period, method: 'dosage/1' }
	const none = { ...row, value: undefined, low: undefined, high: undefined }
	if (begun === 0) return { ...none, status: 'not-counted' }
	if (begun < fewestSessions) return { ...none, status: 'too-few' }
	if (isHidden) return { ...none, status: 'withheld' }
	return { ...row, value: kept / begun, low: undefined, high: undefined, status: 'shown', n: begun }
}

/** Series with the region of their first session, and the days of their doses. */
export type RegionSeries = { region: string; days: readonly string[] }

/**
 * The rows of one period.
 *
 * @param until - civil day by which every series has had its nine weeks
 */
export const listDosageFigures = (
	series: readonly RegionSeries[],
	{ period, until }: { period: string; until: string },
	places: readonly ProgrammePlace[],
): Figure[] => {
	const count = (own: readonly RegionSeries[]): Counted =>
		countDosage(
			own.map(({ days }) => days),
			until,
		)
	const regions = places
		.filter(({ kind }) => kind === 'region')
		.map(({ code }) => ({ code, ...count(series.filter(({ region }) => region === code)) }))
	const hidden = hide(
		regions.map(({ code, begun, kept }) => ({ code, sessions: begun, low: kept, high: kept })),
	)
	return [
		toDosageFigure(count(series), { place: country, period }),
		...regions.map((one) => toDosageFigure(one, { place: one.code, period }, hidden.has(one.code))),
	]
}
