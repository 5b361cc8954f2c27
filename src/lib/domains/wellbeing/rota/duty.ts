/** Duty of a person, in the country's own time: ordinary weeks, Ramadan, holidays, nights. */
import * as v from 'valibot'
import { isOpen, type DeskHours, type Span, type Week } from '../hours/desk-hours.ts'
import type { Calendar } from '#domains/guide'

/** One day as a supervisor writes it: minutes from and to. `to` at or before `from` is the next morning; `null` is a day off. */
export type DutyDay = Span | null

/** Seven days, Monday first. */
export type DutyWeek = readonly DutyDay[]

/** `always`: called at any hour, on holidays too. Without a week of its own, Ramadan is as the ordinary weeks. */
export type DutyHours = 'always' | { usual: DutyWeek; ramadan: DutyWeek | null }

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))
const week = v.pipe(v.array(v.nullable(v.tuple([minute, minute]))), v.length(7))
const schema = v.union([v.literal('always'), v.strictObject({ usual: week, ramadan: v.nullable(week) })])

export const formatDuty = (hours: DutyHours): string => JSON.stringify(hours)

/** Reads {@link formatDuty}; `undefined` when it is not of its form. */
export const parseDuty = (text: string): DutyHours | undefined => {
	try {
		const parsed = v.safeParse(schema, JSON.parse(text))
		return parsed.success ? parsed.output : undefined
	} catch {
		return undefined
	}
}

/** A night belongs to two days: its evening to one, its morning to the next. */
const toWeek = (days: DutyWeek): Week =>
	days.map((day, at): Span[] => {
		const before = days[(at + 6) % 7]
		const morning: Span[] = before && before[1] <= before[0] && before[1] > 0 ? [[0, before[1]]] : []
		if (!day) return morning
		return [...morning, day[1] > day[0] ? day : [day[0], 1440]]
	})

const toDeskHours = (hours: DutyHours): DeskHours =>
	hours === 'always' ? hours : { usual: toWeek(hours.usual), ramadan: toWeek(hours.ramadan ?? hours.usual) }

/** True when a person is on duty at a moment. On an official holiday only who is there always. */
export const isOnDuty = (hours: DutyHours, calendar: Calendar, at: Date): boolean =>
	isOpen(toDeskHours(hours), calendar, at)
