import { expect, test } from 'vitest'
import { sayTamazightDate, sayTamazightWeekday } from './tamazight-days.ts'

/** Says a date as this machine's copy of CLDR does, which a browser may lack. */
const say = (iso: string, options: Intl.DateTimeFormatOptions): string =>
	new Intl.DateTimeFormat('zgh', { timeZone: 'UTC', ...options }).format(new Date(iso))
const hasTamazight = Intl.DateTimeFormat.supportedLocalesOf('zgh').length > 0

test.skipIf(!hasTamazight)('days and months are those of CLDR', () => {
	for (let month = 1; month <= 12; month += 1) {
		const iso = `2026-${String(month).padStart(2, '0')}`
		expect(sayTamazightDate(iso)).toBe(say(iso, { year: 'numeric', month: 'long' }))
		const day = `${iso}-0${(month % 9) + 1}`
		expect(sayTamazightDate(day)).toBe(say(day, { year: 'numeric', month: 'long', day: 'numeric' }))
	}
	expect(sayTamazightDate('2026')).toBe('2026')
	for (let day = 1; day <= 7; day += 1)
		expect(sayTamazightWeekday(day)).toBe(say(`2024-01-0${day}`, { weekday: 'long' }))
})
