/**
 * A session as it was held: when, in which province, in what kind of place, for whom, about how many. No school, no name, no hour:
 * what is not asked cannot be lost.
 */
import * as v from 'valibot'
import { isUuid, languages } from '#base'
import { planAudiences } from '../plan/choices/index.ts'
import { findEnds, type AttendanceBand } from './bands.ts'

/** Kinds of places; which school it was is not a field. */
export const sessionSettings = [
	'primary',
	'college',
	'lycee',
	'youth-house',
	'association',
	'centre',
	'online',
] as const
export type SessionSetting = (typeof sessionSettings)[number]

export const sessionAudiences = planAudiences
export type SessionAudience = (typeof sessionAudiences)[number]

/** Roles of those who train. */
export const sessionTrainers = [
	'teacher',
	'ambassador',
	'listening-cell',
	'association',
	'administration',
	'other',
] as const

/** Most doses of a series. */
export const mostDoses = 8

/** True for a civil day that the calendar has. */
export const isHeldDay = (day: string): boolean =>
	/^20\d\d-\d\d-\d\d$/u.test(day) &&
	!Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
	new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))

/** A session as somebody writes it down. Days are civil days, `2026-11-29`. */
export const sessionValues = v.strictObject({
	held_on: v.pipe(v.string(), v.check(isHeldDay)),
	/** ISO 3166-2, `MA-TAT`. */
	province: v.pipe(v.string(), v.regex(/^MA-[A-Z]{3}$/u)),
	setting: v.picklist(sessionSettings),
	audience: v.picklist(sessionAudiences),
	language: v.picklist(languages),
	minutes: whole(5, 480),
	/** Id of a lesson; `null` for something else. */
	lesson: v.nullable(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,59}$/u))),
	/** The how-manieth of its series. */
	dose: whole(1, mostDoses),
	/** Random; joins what the same group had. */
	series: v.pipe(v.string(), v.check(isUuid)),
	band: v.pipe(
		v.string(),
		v.check((band) => findEnds(band) !== undefined),
	),
	/** The card on what to do when somebody tells something lay ready. */
	card: v.boolean(),
	/** Who trained, by role: no name. Older forms do not ask. */
	trained_by: v.exactOptional(v.nullable(v.picklist(sessionTrainers))),
	/** Id of the action of the plan that it belongs to; chosen at the desk. */
	action: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^i[0-9]{1,2}-a[0-9]{1,3}$/u)))),
})
export type SessionValues = v.InferOutput<typeof sessionValues> & { band: AttendanceBand }
