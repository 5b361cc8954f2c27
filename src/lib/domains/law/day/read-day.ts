import { stripControls } from '#tools/script/bidi'

/** Digits of Arabic and Persian keyboards, as they are typed in the country. */
const toLatinDigits = (text: string): string =>
	text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

const forms = [
	/^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/u,
	/^(?<year>\d{4})[-/. ](?<month>\d{1,2})[-/. ](?<date>\d{1,2})$/u,
	/^(?<date>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4})$/u,
]

/**
 * A day that somebody typed, as `2019-01-31`: year first, or day first as Morocco writes it, with `-`, `/`, `.` or spaces, or
 * eight digits, in Latin or Arabic digits. `undefined` for what is no day of a calendar between 1900 and 2100.
 */
export const readDay = (typed: string): string | undefined => {
	const text = toLatinDigits(stripControls(typed.slice(0, 40)))
	for (const form of forms) {
		const { year = '', month = '', date = '' } = form.exec(text.trim())?.groups ?? {}
		const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
		const at = new Date(`${day}T00:00:00Z`)
		if (year < '1900' || year > '2100' || Number.isNaN(at.getTime())) continue
		if (at.toISOString().startsWith(day)) return day
	}
	return undefined
}
