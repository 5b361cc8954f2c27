/** Times of TAXII: RFC 3339 in UTC with microseconds, held as microseconds since 1970. */

const form =
	/^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,18}))?Z$/u

/** Microseconds of a time; `undefined` for what is none in UTC. What is finer than a microsecond is cut off. */
export const parseTaxiiTime = (text: string): number | undefined => {
	const [, seconds, fraction = ''] = form.exec(text) ?? []
	if (seconds === undefined) return undefined
	const milliseconds = Date.parse(`${seconds}Z`)
	// A day that the month does not have becomes one of the next.
	if (!new Date(milliseconds).toISOString().startsWith(seconds)) return undefined
	return milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6))
}

/** A time as it is written: `2026-11-29T09:30:00.123456Z`. */
export const formatTaxiiTime = (microseconds: number): string => {
	const whole = Math.floor(microseconds / 1000)
	const rest = String(microseconds - whole * 1000).padStart(3, '0')
	return new Date(whole).toISOString().replace('Z', `${rest}Z`)
}
