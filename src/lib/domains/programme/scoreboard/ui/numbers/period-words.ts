import type { Words } from '#ui/words'

/** A time in words: `2026-Q4`, `2026-11`, `2026/27`, `2026`. */
export const sayPeriod = (words: Words, period: string): string => {
	const quarter = /^([0-9]{4})-Q([1-4])$/u.exec(period)
	if (quarter) return words.t('scoreboard.quarter', { year: quarter[1] ?? '', n: quarter[2] ?? '' })
	const school = /^([0-9]{4})\/([0-9]{2})$/u.exec(period)
	if (school) return words.t('scoreboard.school-year', { years: period })
	return words.date(period)
}

/** A number as it is shown: a share in per cent, an effect with two places, a count as it is. */
export const sayNumber = (
	words: Words,
	value: number,
	measure: 'count' | 'share' | 'smd' | 'days',
): string => {
	if (measure === 'share') return `${words.number(Math.round(value * 1000) / 10)} %`
	return words.number(measure === 'smd' ? Math.round(value * 100) / 100 : Math.round(value))
}
