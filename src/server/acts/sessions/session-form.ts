import { AppError, languages } from '#base'
import {
	attendanceBands,
	isHeldDay,
	sessionAudiences,
	sessionTrainers,
	sessionSettings,
	type Entry,
} from '#domains/programme/sessions'
import { findSession, listSeriesOf } from '#domains/programme/sessions/server'
import { getSessionDesk } from '#server/process/programme/session-desk'
import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { anId } from '../form-parts.ts'

type Values = NonNullable<Entry['values']>

const aProvince = v.pipe(v.string(), v.regex(/^MA-[A-Z]{3}$/u))
const aDay = v.pipe(v.string(), v.check(isHeldDay))
const aLesson = v.pipe(
	v.optional(v.pipe(v.string(), v.regex(/^(?:[a-z][a-z0-9-]{1,59})?$/u)), ''),
	v.transform((lesson) => (lesson === '' ? null : lesson)),
)

/** Fields of a plan, a part of what was held. */
export const plannedFields = {
	province: aProvince,
	setting: v.picklist(sessionSettings),
	audience: v.picklist(sessionAudiences),
	language: v.picklist(languages),
	lesson: aLesson,
	held_on: aDay,
}

/** Fields of a session that was held; its group is another question. */
export const heldFields = {
	...plannedFields,
	minutes: v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(5), v.maxValue(480)),
	band: v.picklist(attendanceBands),
	trained_by: v.pipe(
		v.optional(v.picklist(['', ...sessionTrainers]), ''),
		v.transform((role) => (role === '' ? null : role)),
	),
	action: v.pipe(
		v.optional(v.pipe(v.string(), v.regex(/^(?:i[0-9]{1,2}-a[0-9]{1,3})?$/u)), ''),
		v.transform((action) => (action === '' ? null : action)),
	),
	card: v.pipe(
		v.optional(v.string(), ''),
		v.transform((card) => card === 'on'),
	),
}

export const sessionFields = {
	...heldFields,
	/** Session that it follows on, of the same group; empty for a new group. */
	follows: v.pipe(v.optional(v.union([v.literal(''), anId]), '')),
}

/** The group of a session and the how-manieth of it this one is. @throws AppError `session.not-found` */
export const findGroup = async (follows: string): Promise<Pick<Values, 'series' | 'dose'>> => {
	if (follows === '') return { series: randomUUID(), dose: 1 }
	const { db } = getSessionDesk()
	const before = await findSession(db, follows)
	if (!before) throw new AppError('session.not-found', 404, 'following a session: there is none')
	const all = await listSeriesOf(db, before.series)
	return { series: before.series, dose: Math.min(all.length + 1, 8) }
}
