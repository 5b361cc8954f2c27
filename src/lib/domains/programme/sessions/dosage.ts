/**
 * Dosage: one hour changes little, four spread over two months do. A series keeps its dosage when it has at least four doses, with
 * one about 1, 4 and 8 weeks after the first.
 */
import { addDays } from '#base'
import { toDayNumber } from '../plan/day-number.ts'

/** Days after the first dose at which the following ones are due. */
export const followUpDays = [7, 28, 56] as const

/** Days by which one may be early or late. */
const leeway = 4

/** Days after which a series has had its time: nine weeks. */
export const seriesDays = 63

/** Days on which the doses of one series were held, in any order. */
export type Series = readonly string[]

const hasDose = (offsets: readonly number[], due: number): boolean =>
	offsets.some((offset) => Math.abs(offset - due) <= leeway)

/** True when a series had its doses in time. */
export const keepsDosage = (series: Series): boolean => {
	const days = series.map(toDayNumber)
	const first = Math.min(...days)
	const offsets = days.map((day) => day - first)
	return offsets.length >= 4 && followUpDays.every((due) => hasDose(offsets, due))
}

/** Of the series that were begun at least nine weeks before `today`: how many there are, how many kept their dosage. */
export const countDosage = (all: readonly Series[], today: string): { begun: number; kept: number } => {
	const ripe = all.filter(
		(series) => series.length > 0 && toDayNumber(today) - Math.min(...series.map(toDayNumber)) >= seriesDays,
	)
	return { begun: ripe.length, kept: ripe.filter(keepsDosage).length }
}

/** Civil days between which the next dose of a series is due, and the day in the middle. */
export type NextDose = { due: string; from: string; to: string }

/** When the next dose of a series is due, counted from the first; `undefined` when none is missing or the time for it is over. */
export const findNextDose = (series: Series, today: string): NextDose | undefined => {
	const first = series.toSorted()[0]
	if (first === undefined) return undefined
	const offsets = series.map((day) => toDayNumber(day) - toDayNumber(first))
	const missing = followUpDays.find((due) => !hasDose(offsets, due) && addDays(first, due + leeway) >= today)
	return missing === undefined
		? undefined
		: {
				due: addDays(first, missing),
				from: addDays(first, missing - leeway),
				to: addDays(first, missing + leeway),
			}
}
