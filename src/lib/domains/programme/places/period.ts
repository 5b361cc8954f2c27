/** Periods by which the programme counts: a year, a quarter, a month, a school year. Days are civil days, `2026-11-29`. */

/** `2026`, `2026-Q4`, `2026-11` or `2026/27`. */
export type CountedPeriod = string

/** First day of a period, and the first day after it. */
export type PeriodSpan = { from: string; until: string }

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

const toMonthStart = (year: number, month: number): string => {
	const years = year + Math.floor((month - 1) / 12)
	return `${pad(years, 4)}-${pad(((month - 1) % 12) + 1, 2)}-01`
}

const spanOf = (year: number, month: number, months: number): PeriodSpan => ({
	from: toMonthStart(year, month),
	until: toMonthStart(year, month + months),
})

/** Reads a period; `undefined` when it is none. A school year goes from September to August. */
export const findSpan = (period: CountedPeriod): PeriodSpan | undefined => {
	const school = /^([0-9]{4})\/([0-9]{2})$/u.exec(period)
	if (school) {
		const year = Number(school[1])
		return (year + 1) % 100 === Number(school[2]) ? spanOf(year, 9, 12) : undefined
	}
	const part = /^([0-9]{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/u.exec(period)
	if (!part) return undefined
	const [year, quarter, month] = [Number(part[1]), Number(part[2]), Number(part[3])]
	if (quarter) return spanOf(year, quarter * 3 - 2, 3)
	return month ? spanOf(year, month, 1) : spanOf(year, 1, 12)
}

/** The month that a civil day falls in, `2026-11`. */
export const getMonthOf = (day: string): CountedPeriod => day.slice(0, 7)

/** The quarter that a civil day falls in, `2026-Q4`. */
export const getQuarterOf = (day: string): CountedPeriod =>
	`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
