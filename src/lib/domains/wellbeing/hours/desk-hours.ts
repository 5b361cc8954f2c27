/** Hours of a desk, in the country's own time: working days, Friday, Ramadan, holidays. */
import { addDays, minute } from '#base'
import { isRamadan, type Calendar } from '#domains/guide'

/** From and to as minutes of the local day; several in a day leave a pause between them. */
export type Span = readonly [from: number, to: number]

/** Hours of a desk by ISO weekday, Monday first: seven lists; an empty one is a day off. */
export type Week = readonly (readonly Span[])[]

/** Hours as the operator has set them. `always`: someone is there day and night, every day. */
export type DeskHours = 'always' | { usual: Week; ramadan: Week }

const formats = new Map<string, Intl.DateTimeFormat>()
const getFormat = (zone: string): Intl.DateTimeFormat => {
	let format = formats.get(zone)
	if (!format) {
		format = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
		})
		formats.set(zone, format)
	}
	return format
}

/** A moment as a clock on the wall shows it. `date` is `2026-11-26`; `weekday` is 1 for Monday. */
export type LocalTime = { date: string; weekday: number; minutes: number }

export const toLocalTime = (zone: string, at: Date): LocalTime => {
	const parts = Object.fromEntries(
		getFormat(zone)
			.formatToParts(at)
			.map(({ type, value }) => [type, value]),
	)
	const date = `${parts.year}-${parts.month}-${parts.day}`
	return {
		date,
		weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
		minutes: Number(parts.hour) * 60 + Number(parts.minute),
	}
}

/** Milliseconds by which local time is ahead of UTC at a moment, without the part below a minute. */
const getOffset = (zone: string, at: Date): number => {
	const { date, minutes } = toLocalTime(zone, at)
	const whole = Math.floor(at.getTime() / minute) * minute
	return Date.parse(`${date}T00:00:00Z`) + minutes * minute - whole
}

/** The moment of a local day and minute. Where a change of the clock leaves the minute out, the moment after the change. */
export const toInstant = (zone: string, date: string, minutes: number): Date => {
	const wall = Date.parse(`${date}T00:00:00Z`) + minutes * minute
	const first = wall - getOffset(zone, new Date(wall))
	return new Date(wall - getOffset(zone, new Date(first)))
}

/** True on an official holiday: fixed, or announced. An expected feast that nobody has announced stops no clock. */
export const isHoliday = (calendar: Calendar, date: string): boolean =>
	calendar.fixed.some((row) => row.day === date.slice(5)) ||
	calendar.announced.some((row) => row.day === date)

/** The hours of one local day, empty when the desk stays closed. */
export const getSpans = (hours: DeskHours, calendar: Calendar, date: string): readonly Span[] => {
	if (hours === 'always') return [[0, 1440]]
	if (isHoliday(calendar, date)) return []
	const noon = toInstant(calendar.zone, date, 720)
	const week = isRamadan(calendar, noon) ? hours.ramadan : hours.usual
	return week[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? []
}

/** Finds when somebody is at the desk next, as a local day and minute; `undefined` when nobody is for two months. */
export const findOpening = (
	hours: DeskHours,
	calendar: Calendar,
	at: Date,
): { date: string; minutes: number } | undefined => {
	const now = toLocalTime(calendar.zone, at)
	for (let days = 0; days < 60; days++) {
		const date = addDays(now.date, days)
		const next = getSpans(hours, calendar, date).find(([from]) => days > 0 || from > now.minutes)
		if (next) return { date, minutes: next[0] }
	}
	return undefined
}

/** True when somebody is at the desk at a moment. */
export const isOpen = (hours: DeskHours, calendar: Calendar, at: Date): boolean => {
	const { date, minutes } = toLocalTime(calendar.zone, at)
	return getSpans(hours, calendar, date).some(([from, to]) => minutes >= from && minutes < to)
}
