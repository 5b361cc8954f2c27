/** Milliseconds of a minute, an hour and a day. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The start of the hour that a moment falls into, UTC: the only time that is written beside what somebody reports. */
export const toHour = (moment: Date): Date => new Date(Math.floor(moment.getTime() / hour) * hour)

const formats = new Map<string | undefined, Intl.DateTimeFormat>()

/** The day on which a moment falls in a zone (`Africa/Casablanca`), `2026-11-26`; without a zone, where this device is. */
export const toLocalDay = (moment: Date, zone?: string): string => {
	const format =
		formats.get(zone) ??
		new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
	formats.set(zone, format)
	return format.format(moment)
}

/** The day so many days after another, before it when negative. */
export const addDays = (from: string, count: number): string =>
	new Date(Date.parse(`${from}T00:00:00Z`) + count * day).toISOString().slice(0, 10)
