import { addDays, toLocalDay } from '#base'

/** Days after which a skill is practised again: the next day, then after 1, 4 and 8 weeks (rule R2 of the evidence). */
export const returnDays = [1, 7, 28, 56] as const

/** The days to come back on, `2026-11-26`, counted from the calendar day of `from` in the country. */
export const getReturnDays = (from: Date, zone: string): string[] => {
	const today = toLocalDay(from, zone)
	return returnDays.map((days) => addDays(today, days))
}
