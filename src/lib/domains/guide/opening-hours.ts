import { day, minute } from '#base'
import * as v from 'valibot'
import type { Hours } from './contact.ts'
import { isStale } from './page/source.ts'

const dayName = { name: v.string() }
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const lunarMonth = v.pipe(count, v.maxValue(12))

const isZone = (zone: string): boolean => {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
	} catch {
		return false
	}
}

/** Schema of `content/country/calendar.yaml`. */
export const calendarFile = v.strictObject({
	zone: v.pipe(v.string(), v.check(isZone, 'must be a zone such as Africa/Casablanca')),
	fixed: v.array(
		v.strictObject({
			day: v.pipe(
				v.string(),
				v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, 'must be month-day such as 11-18'),
			),
			...dayName,
		}),
	),
	announced: v.array(v.strictObject({ day: v.pipe(v.string(), v.isoDate()), ...dayName })),
	expected: v.array(v.strictObject({ month: lunarMonth, day: count, days: count, ...dayName })),
	ramadanMonth: lunarMonth,
})
export type Calendar = v.InferOutput<typeof calendarFile>

/**
 * The openness of a door: does it answer at a moment.
 * `perhaps`: on days when its hours may differ (Ramadan, a feast that hangs on the moon, hours that nobody stated).
 */
export type Openness = 'always' | 'open' | 'perhaps' | 'closed'

type LocalTime = { date: string; monthDay: string; weekday: number; minutes: number }

const formats = new Map<string, Intl.DateTimeFormat>()
const getFormat = (key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat => {
	let format = formats.get(key)
	if (!format) formats.set(key, (format = make()))
	return format
}

const toParts = (format: Intl.DateTimeFormat, at: Date): Record<string, string> =>
	Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))

/** A page asks the same moment of every door that it shows. */
const rememberLast = <Answer>(
	ask: (zone: string, at: Date) => Answer,
): ((zone: string, at: Date) => Answer) => {
	let last: { zone: string; time: number; answer: Answer } | undefined
	return (zone, at) => {
		const time = at.getTime()
		if (last?.zone !== zone || last.time !== time) last = { zone, time, answer: ask(zone, at) }
		return last.answer
	}
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Clock and calendar of a zone at a moment (the zone's own rules for Ramadan and summer come from the system). */
const toLocalTime = rememberLast((zone: string, at: Date): LocalTime => {
	const format = getFormat(
		zone,
		() =>
			new Intl.DateTimeFormat('en-GB', {
				timeZone: zone,
				year: 'numeric',
				month: '2-digit',
				day: '2-digit',
				hour: '2-digit',
				minute: '2-digit',
				weekday: 'short',
				hourCycle: 'h23',
			}),
	)
	const part = toParts(format, at)
	return {
		date: `${part.year}-${part.month}-${part.day}`,
		monthDay: `${part.month}-${part.day}`,
		weekday: weekdays.indexOf(part.weekday ?? '') + 1,
		minutes: Number(part.hour) * 60 + Number(part.minute),
	}
})

const toLunarDay = (zone: string, at: Date): { month: number; day: number } => {
	const format = getFormat(
		`${zone} lunar`,
		() =>
			new Intl.DateTimeFormat('en-GB-u-ca-islamic-umalqura-nu-latn', {
				timeZone: zone,
				month: 'numeric',
				day: 'numeric',
			}),
	)
	const part = toParts(format, at)
	return { month: Number(part.month), day: Number(part.day) }
}

/** True in the days around a feast whose date hangs on the moon: one day before until one day after its days. */
const isNearExpectedFeast = (calendar: Calendar, at: Date): boolean =>
	[-1, 0, 1].some((shift) => {
		const { month, day: date } = toLunarDay(calendar.zone, new Date(at.getTime() + shift * day))
		return calendar.expected.some(
			(feast) => feast.month === month && date >= feast.day && date < feast.day + feast.days,
		)
	})

/** True in Ramadan as the lunar calendar expects it, when offices often keep shorter hours. */
export const isRamadan = (calendar: Calendar, at: Date): boolean =>
	toLunarDay(calendar.zone, at).month === calendar.ramadanMonth

const toMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Finds the openness of a door with these hours at `at`, in the country's time. */
export const getOpenness = (hours: Hours, calendar: Calendar, at: Date): Openness => {
	if (hours === 'always') return 'always'
	if (hours === 'unknown') return 'perhaps'
	const now = toLocalTime(calendar.zone, at)
	const isHoliday =
		calendar.fixed.some((row) => row.day === now.monthDay) ||
		calendar.announced.some((row) => row.day === now.date)
	const isInHours =
		hours.days.includes(now.weekday) &&
		now.minutes >= toMinutes(hours.from) &&
		now.minutes < toMinutes(hours.to)
	if (!isInHours) return 'closed'
	// "Every day" says nothing of feasts: neither that somebody answers, nor that nobody does.
	if (isHoliday) return hours.days.length === 7 ? 'perhaps' : 'closed'
	return isRamadan(calendar, at) || isNearExpectedFeast(calendar, at) ? 'perhaps' : 'open'
}

/** Next time that a door answers: an ISO weekday, and whether that is today in the country. */
export type Opening = { weekday: number; clock: string; isToday: boolean }

/** The moment at which the country's clock shows `minutes` on the day of `near`, whatever the clock was moved by since. */
const toMoment = (zone: string, near: Date, minutes: number): Date => {
	const guess = new Date(near.getTime() + (minutes - toLocalTime(zone, near).minutes) * minute)
	const missed = ((minutes - toLocalTime(zone, guess).minutes + 12 * 60 + 24 * 60) % (24 * 60)) - 12 * 60
	return new Date(guess.getTime() + missed * minute)
}

/** Longest time ahead for which an opening is promised. */
const daysAhead = 8

/**
 * Finds when a door with these hours answers next, where that is sure: a day that may be a feast is passed over. `undefined` when it is not
 * known, when it always answers, and when no day of the week ahead is sure.
 */
export const findNextOpening = (hours: Hours, calendar: Calendar, at: Date): Opening | undefined => {
	if (typeof hours === 'string') return undefined
	for (let ahead = 0; ahead < daysAhead; ahead++) {
		const near = new Date(at.getTime() + ahead * day)
		const opens = toMoment(calendar.zone, near, toMinutes(hours.from))
		if (opens > at && getOpenness(hours, calendar, opens) === 'open')
			return {
				weekday: toLocalTime(calendar.zone, opens).weekday,
				clock: hours.from,
				isToday: toLocalTime(calendar.zone, opens).date === toLocalTime(calendar.zone, at).date,
			}
	}
	return undefined
}

/** On a night on which the clock moves, midnight is looked for again after so long. */
const longest = 60 * minute

/**
 * Until when nothing that {@link getOpenness} and {@link findNextOpening} say of these hours can change: the next clock at which one of them
 * begins or ends, or the end of the day, when a holiday may begin.
 */
export const getNextChange = (all: readonly Hours[], calendar: Calendar, at: Date): Date => {
	const { zone } = calendar
	const clocks = all.flatMap((hours) =>
		typeof hours === 'string' ? [] : [toMinutes(hours.from), toMinutes(hours.to)],
	)
	const today = toLocalTime(zone, at).date
	const whole = Math.floor(at.getTime() / minute) * minute
	const ahead = (minutes: number): number => toMoment(zone, new Date(whole), minutes).getTime()
	const later = clocks.map(ahead).filter((time) => time > at.getTime())
	const midnight = ahead(24 * 60)
	const isTomorrow = toLocalTime(zone, new Date(midnight)).date !== today
	return new Date(Math.min(...later, isTomorrow ? midnight : whole + longest))
}

/** A year or a month as its first day. */
const toDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** True when who gave the hours gave them within the last year: older hours are no promise that somebody answers. */
export const isFresh = (date: string, at: Date): boolean => !isStale(toDay(date), at)
