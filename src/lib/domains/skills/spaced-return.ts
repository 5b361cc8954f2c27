/** Days after which a skill is practised again: the next day, then after 1, 4 and 8 weeks (rule R2 of the evidence). */
export const returnDays = [1, 7, 28, 56] as const

/** The days to come back on, `2026-11-26`, counted from the calendar day of `from` in the country. */
export const getReturnDays = (from: Date, zone: string): string[] => {
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(from)
	return returnDays.map((days) => {
		const day = new Date(`${today}T00:00:00Z`)
		day.setUTCDate(day.getUTCDate() + days)
		return day.toISOString().slice(0, 10)
	})
}
