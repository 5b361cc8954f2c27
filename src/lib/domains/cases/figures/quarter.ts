/** Quarters of a year, `2026-Q3`, and when the figures of one are due. Months are counted in UTC. */

export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`

/** Whole months between the end of a quarter and its figures: long enough for most first answers and outcomes. */
const monthsToWait = 1

const toIndex = (quarter: Quarter): number => {
	const [year = 0, part = 1] = quarter.split('-Q').map(Number)
	return year * 4 + part - 1
}
const fromIndex = (index: number): Quarter =>
	`${Math.floor(index / 4)}-Q${((index % 4) + 1) as 1 | 2 | 3 | 4}`

/** The quarter that a month `2026-08` or a day lies in. */
export const getQuarter = (date: string): Quarter => {
	const [year = 0, month = 1] = date.split('-').map(Number)
	return fromIndex(year * 4 + Math.floor((month - 1) / 3))
}

/** First and last month of a quarter, `2026-07` and `2026-09`. */
export const getMonths = (quarter: Quarter): { from: string; to: string } => {
	const [year = 0, part = 1] = quarter.split('-Q').map(Number)
	const toMonth = (month: number): string => `${year}-${String(month).padStart(2, '0')}`
	return { from: toMonth(part * 3 - 2), to: toMonth(part * 3) }
}

/** The first quarter that begins on a day or later, `2026-11-24` gives `2027-Q1`. */
export const getFirstWholeQuarter = (day: string): Quarter => {
	const quarter = getQuarter(day)
	return day === `${getMonths(quarter).from}-01` ? quarter : fromIndex(toIndex(quarter) + 1)
}

/** Quarters from `first` on whose figures are due at `now`, the oldest first. */
export const listDueQuarters = (first: Quarter, now: Date): Quarter[] => {
	const settled = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsToWait, 1))
	const running = toIndex(getQuarter(settled.toISOString().slice(0, 7)))
	return Array.from({ length: Math.max(0, running - toIndex(first)) }, (_, at) =>
		fromIndex(toIndex(first) + at),
	)
}
