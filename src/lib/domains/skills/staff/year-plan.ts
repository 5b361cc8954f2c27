import type { SchoolYear } from './kit.ts'

/** A day that a school can use, at its next date. */
export type ComingDay = {
	id: string
	from: string
	to: string | undefined
	isComputed: boolean
	sources: readonly string[]
}

/** First month of a school year. */
const september = 9

/** The school year a day falls in, `2026-2027`: from September to August. */
export const toSchoolYear = (day: string): string => {
	const year = Number(day.slice(0, 4))
	const first = Number(day.slice(5, 7)) >= september ? year : year - 1
	return `${first}-${first + 1}`
}

/** The year that a day falls in, when anybody has told its dates. */
export const findCurrentYear = (
	{ years }: Pick<SchoolYear, 'years'>,
	today: string,
): SchoolYear['years'][number] | undefined => years.find(({ year }) => year === toSchoolYear(today))

/** Each day at its first date that is not over, in the order of the calendar; a day whose dates are all over is left out. */
export const getComingDays = ({ days }: Pick<SchoolYear, 'days'>, today: string): ComingDay[] =>
	days
		.flatMap(({ id, dates, isComputed, sources }) => {
			const next = dates.find(({ from, to }) => (to ?? from) >= today)
			return next ? [{ id, from: next.from, to: next.to, isComputed, sources }] : []
		})
		.sort((one, other) => one.from.localeCompare(other.from))
