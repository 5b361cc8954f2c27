/** Time limits of a case: what starts each, what ends it, and when it runs out. */
import { addDays, minute } from '#base'
import type { Calendar } from '#domains/guide'
import { getSpans, toLocalTime, toInstant, type DeskHours } from '#domains/wellbeing/hours'

/**
 * Ways in which a clock counts. `always`: every minute, whatever the day. `open-days`: stands still on days on which the desk does
 * not open at all, and a limit that falls outside of its hours or into their first hour is moved to the end of that hour.
 * `same-day`: the end of the local day, with four hours at least.
 */
type Counting = 'always' | 'open-days' | 'same-day'

type ClockRule = {
	minutes: number
	counts: Counting
	starts: readonly ClockEvent[]
	ends: readonly ClockEvent[]
}

/** Events of a case that clocks know. */
export type ClockEvent =
	| 'received'
	| 'received-danger'
	| 'seen'
	| 'triaged'
	| 'answered'
	| 'reporter-wrote'
	| 'assessed'
	| 'police-told'
	| 'notified'
	| 'checked'
	| 'gone'
	| 'over'

const perHour = 60

const rules = {
	/** A human eye on a report of danger; who calls the police has one on it. */
	'danger-eye': {
		minutes: 15,
		counts: 'always',
		starts: ['received-danger'],
		ends: ['seen', 'police-told', 'over'],
	},
	/** The police, once danger has been seen. */
	'danger-police': { minutes: 60, counts: 'always', starts: [], ends: ['police-told', 'over'] },
	/** The first answer to a child. */
	'first-answer': {
		minutes: 12 * perHour,
		counts: 'open-days',
		starts: ['received', 'received-danger'],
		ends: ['answered', 'over'],
	},
	'next-answer': {
		minutes: 24 * perHour,
		counts: 'open-days',
		starts: ['reporter-wrote'],
		ends: ['answered', 'over'],
	},
	triage: {
		minutes: 24 * perHour,
		counts: 'open-days',
		starts: ['received', 'received-danger'],
		ends: ['triaged', 'assessed', 'over'],
	},
	police: { minutes: 4 * perHour, counts: 'same-day', starts: ['assessed'], ends: ['police-told', 'over'] },
	'first-notice': {
		minutes: perHour,
		counts: 'always',
		starts: ['assessed'],
		ends: ['notified', 'police-told', 'over'],
	},
	'notice-again': {
		minutes: 24 * perHour,
		counts: 'always',
		starts: ['notified'],
		ends: ['notified', 'gone', 'over'],
	},
	recheck: {
		minutes: 4 * perHour,
		counts: 'always',
		starts: ['notified', 'checked'],
		ends: ['checked', 'notified', 'gone', 'over'],
	},
	removal: { minutes: 72 * perHour, counts: 'always', starts: ['notified'], ends: ['gone', 'over'] },
	tracking: { minutes: 28 * 24 * perHour, counts: 'always', starts: ['gone'], ends: ['over'] },
} as const satisfies Readonly<Record<string, ClockRule>>

export type ClockId = keyof typeof rules
export const clockIds = Object.keys(rules) as readonly ClockId[]
export const isClockId = (name: string): name is ClockId => Object.hasOwn(rules, name)

/** Minutes that the desk promises for a clock; `undefined`: by the end of the day. */
export const getPromise = (clock: ClockId): number | undefined =>
	rules[clock].counts === 'same-day' ? undefined : rules[clock].minutes

/** Clocks that run on from their first start when the event comes again; the others begin anew. */
const keepsFirstStart: readonly ClockId[] = [
	'first-answer',
	'next-answer',
	'removal',
	'police',
	'first-notice',
]

/** Zone and hours of the desk. */
export type DeskTime = { calendar: Calendar; hours: DeskHours }

const longestSearch = 60 // days; no calendar closes a desk for two months

const getOpenDueDate = (start: Date, minutes: number, { calendar, hours }: DeskTime): Date => {
	if (hours === 'always') return new Date(start.getTime() + minutes * minute)
	let left = minutes * minute
	let at = start
	let { date } = toLocalTime(calendar.zone, start)
	for (let days = 0; days < longestSearch; days++) {
		const end = toInstant(calendar.zone, addDays(date, 1), 0)
		if (getSpans(hours, calendar, date).length > 0) {
			const passed = end.getTime() - at.getTime()
			if (left <= passed) return toOpenMoment(new Date(at.getTime() + left), { calendar, hours })
			left -= passed
		}
		at = end
		date = addDays(date, 1)
	}
	return new Date(start.getTime() + minutes * minute)
}

/**
 * `at` when the desk is open then, else the end of the first hour (or of the first span, if shorter) that it is open. Within
 * that hour its end as well, so that who came earlier is never due later.
 */
const toOpenMoment = (at: Date, { calendar, hours }: DeskTime): Date => {
	let { date } = toLocalTime(calendar.zone, at)
	for (let days = 0; days < longestSearch; days++) {
		for (const [from, to] of getSpans(hours, calendar, date)) {
			if (toInstant(calendar.zone, date, to) <= at) continue
			const opens = toInstant(calendar.zone, date, from).getTime()
			return new Date(Math.max(at.getTime(), opens + Math.min(60, to - from - 1) * minute))
		}
		date = addDays(date, 1)
	}
	return at
}

/** Finds when a clock that starts at `start` runs out. A clock of danger never waits for an office to open. */
export const getDue = (clock: ClockId, start: Date, time: DeskTime): Date => {
	const { minutes, counts } = rules[clock]
	const plain = new Date(start.getTime() + minutes * minute)
	if (counts === 'always') return plain
	if (counts === 'open-days') return getOpenDueDate(start, minutes, time)
	const { date } = toLocalTime(time.calendar.zone, start)
	const midnight = toInstant(time.calendar.zone, addDays(date, 1), 0)
	return midnight > plain ? midnight : plain
}

/** A clock that runs on a case. */
export type RunningClock = { clock: ClockId; started: Date; due: Date }

/** Effect of an event on the clocks of a case: which end, and which begin with their limit. */
export type ClockTurn = { ended: ClockId[]; started: RunningClock[] }

const hasEvent = (events: readonly ClockEvent[], event: ClockEvent): boolean => events.includes(event)

/** True when an event starts a clock of its own; one that only follows another clock's end does not count. */
export const startsClock = (event: ClockEvent): boolean =>
	clockIds.some((clock) => hasEvent(rules[clock].starts, event))

/** Clocks that an event ends. */
export const getEnding = (event: ClockEvent): ClockId[] =>
	clockIds.filter((clock) => hasEvent(rules[clock].ends, event))

/** Something that happens to a case, and when. */
export type ClockMoment = {
	event: ClockEvent
	at: Date
	time: DeskTime
	/** The case has priority `danger`: from the first look on, the clock of the police runs. */
	isDanger: boolean
}

/** Turns running clocks at an event. */
export const turnClocks = (
	running: readonly RunningClock[],
	{ event, at, time, isDanger }: ClockMoment,
): ClockTurn => {
	const ended = running.map(({ clock }) => clock).filter((clock) => hasEvent(rules[clock].ends, event))
	const stays = (clock: ClockId): boolean =>
		running.some((other) => other.clock === clock) && !ended.includes(clock)
	const begins = clockIds.filter(
		(clock) =>
			(hasEvent(rules[clock].starts, event) ||
				(clock === 'danger-police' && isDanger && ended.includes('danger-eye') && event === 'seen')) &&
			!(keepsFirstStart.includes(clock) && stays(clock)),
	)
	return {
		ended: [...new Set([...ended, ...begins.filter(stays)])],
		started: begins.map((clock) => ({ clock, started: at, due: getDue(clock, at, time) })),
	}
}
