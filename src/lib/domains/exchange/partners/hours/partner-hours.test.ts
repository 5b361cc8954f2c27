import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatHours, isZone, parseHours, type PartnerHours } from './partner-hours.ts'

const read = (text: string): PartnerHours | undefined => {
	const parsed = parseHours(text)
	return parsed.ok ? parsed.value : undefined
}

test('parseHours() reads runs of days, pauses, and a week that begins on a Sunday', () => {
	const office = [[510, 1020]]
	expect(read('mo-fr 08:30-17:00')).toEqual([office, office, office, office, office, [], []])
	expect(read('su-th 09:00-15:00')).toEqual([
		...Array.from({ length: 4 }, () => [[540, 900]]),
		[],
		[],
		[[540, 900]],
	])
	const pause = [
		[510, 720],
		[840, 1080],
	]
	expect(read(' Mo-TH  08:30-12:00 , 14:00-18:00 ;fr 08:30-12:00')).toEqual([
		...Array.from({ length: 4 }, () => pause),
		[[510, 720]],
		[],
		[],
	])
	expect(read('always')).toBe('always')
	expect(read('\u2066mo-fr\u2069 08:30-17:00\u00a0; sa 09:00-12:00')).toEqual(
		read('mo-fr 08:30-17:00; sa 09:00-12:00'),
	)
	expect(read('sa 00:00-24:00')?.[5]).toEqual([[0, 1440]])
})

test.each([
	'',
	'8:30-17:00',
	'mo',
	'mo 08:30',
	'mo 17:00-08:30',
	'mo 08:30-08:30',
	'mo 08:30-25:00',
	'mo 08:60-09:00',
	'mo 09:00-12:00,11:00-13:00',
	'mo 14:00-16:00,09:00-12:00',
	'mo-fr 08:00-12:00; we 14:00-16:00',
	'lu-ve 08:30-17:00',
	'mo-fr 08:30-17:00;',
	'mo-fr-sa 08:30-17:00',
])('"%s" is no hours', (text) => {
	expect(parseHours(text)).toEqual({ ok: false, code: 'partner.hours' })
})

const spans = fc
	.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
	.map((cuts) => cuts.toSorted((a, b) => a - b))
	.map((cuts) =>
		Array.from(
			{ length: Math.floor(cuts.length / 2) },
			(_, at) => [cuts[at * 2] ?? 0, cuts[at * 2 + 1] ?? 0] as const,
		),
	)
const weeks = fc.array(spans, { minLength: 7, maxLength: 7 }).filter((week) => week.flat().length > 0)

test('what formatHours() writes, parseHours() reads back, whatever the week', () => {
	fc.assert(
		fc.property(weeks, (week) => {
			expect(read(formatHours(week))).toEqual(week)
		}),
	)
})

test('hours are written in one way, however they were typed', () => {
	fc.assert(
		fc.property(weeks, (week) => {
			const written = formatHours(week)
			const typed = written.toUpperCase().replaceAll('; ', ' ;  ').replaceAll(',', ' , ')
			expect(formatHours(read(typed) ?? 'always')).toBe(written)
		}),
	)
})

test('parseHours() reads or refuses any text, and never throws', () => {
	fc.assert(fc.property(fc.string(), (text) => typeof parseHours(text).ok === 'boolean'))
})

test('isZone() knows the zones of the system and nothing else', () => {
	expect(['Africa/Casablanca', 'Europe/Paris', 'UTC'].map(isZone)).toEqual([true, true, true])
	expect(['', 'Casablanca', '+01:00', 'Mars/Phobos', ' UTC'].map(isZone)).toEqual([
		false,
		false,
		false,
		false,
		false,
	])
})
