import { expect, test } from 'vitest'
import { locales } from '#base'
import { createWords } from '#ui/words'
import { getOpenDates } from './open-dates.ts'

test.each(locales)(
	'getOpenDates() says every day of two years in %s as the words of the page do',
	(locale) => {
		const words = createWords(locale)
		const open = getOpenDates(words)
		for (let at = Date.UTC(2026, 10, 25); at < Date.UTC(2028, 11, 31); at += 86_400_000) {
			const iso = new Date(at).toISOString().slice(0, 10)
			const [year = '', month, day] = iso.split('-')
			const filled = open[Number(month) - 1]?.replace('{day}', String(Number(day))).replace('{year}', year)
			expect(filled).toBe(words.date(iso))
		}
	},
)
