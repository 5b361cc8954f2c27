import { AppError } from '#base'
import type { Calendar } from '#domains/guide'
import { toLocalTime } from '../hours/desk-hours.ts'
import { noExposure, getRest, type Exposure, type ExposurePolicy } from '../exposure.ts'
import type { WellbeingQueries } from './wellbeing-tables.ts'

/** Finds the exposure of a person on a day (`2026-11-26`, of the desk's own calendar). */
export const getExposure = async (db: WellbeingQueries, person: string, day: string): Promise<Exposure> =>
	(await db
		.selectFrom('exposure')
		.select(['minutes', 'items', 'severity'])
		.where('user_id', '=', person)
		.where('day', '=', day)
		.executeTakeFirst()) ?? noExposure

/** Adds what was opened to a person's day. Two tabs that count at once are both counted. */
export const noteExposure = async (
	db: WellbeingQueries,
	person: string,
	day: string,
	seen: Exposure,
): Promise<void> => {
	const minutes = Math.min(Math.max(0, Math.ceil(seen.minutes)), 24 * 60)
	await db
		.insertInto('exposure')
		.values({ user_id: person, day, minutes, items: seen.items, severity: seen.severity })
		.onConflict((conflict) =>
			conflict.columns(['user_id', 'day']).doUpdateSet((old) => ({
				minutes: old('exposure.minutes', '+', minutes),
				items: old('exposure.items', '+', seen.items),
				severity: old('exposure.severity', '+', seen.severity),
			})),
		)
		.execute()
}

/** Days of everyone, for the wellness officer only; nobody else is ever shown another person's. */
export const listExposure = (
	db: WellbeingQueries,
	from: string,
	to: string,
): Promise<(Exposure & { person: string; day: string })[]> =>
	db
		.selectFrom('exposure')
		.select(['user_id as person', 'day', 'minutes', 'items', 'severity'])
		.where('day', '>=', from)
		.where('day', '<=', to)
		.orderBy('day')
		.orderBy('user_id')
		.execute()

/** Context to know how full a day is, and which day it is. */
type Day = {
	db: WellbeingQueries
	time: { calendar: Calendar }
	now: () => Date
	limits: ExposurePolicy
}

/** Today at the desk, `2026-11-26`: a day of work for the meter of exposure. */
const getToday = ({ time, now }: Pick<Day, 'time' | 'now'>): string =>
	toLocalTime(time.calendar.zone, now()).date

/** @throws AppError `wellness.rest` when a person's day is full */
export const requireRoom = async (desk: Day, person: string): Promise<void> => {
	if (getRest(await getExposure(desk.db, person, getToday(desk)), 0, desk.limits) === 'rest')
		throw new AppError('wellness.rest', 409, 'opening at the desk: the day of this person is full')
}

/** Adds what was just opened to a person's day. */
export const noteOpened = (
	desk: Day,
	person: string,
	seen: Pick<Exposure, 'items' | 'severity'>,
): Promise<void> => noteExposure(desk.db, person, getToday(desk), { minutes: 0, ...seen })

/** For the rota: whether a person's day still has room for a case. */
export const canTakeCase =
	(policy: ExposurePolicy, day: string) =>
	async (db: WellbeingQueries, person: string): Promise<boolean> =>
		getRest(await getExposure(db, person, day), 0, policy) !== 'rest'

/** Forgets days before `day`: they are for looking after people, not for judging them later. Answer: how many. */
export const pruneExposure = async (db: WellbeingQueries, day: string): Promise<number> =>
	Number((await db.deleteFrom('exposure').where('day', '<', day).executeTakeFirst()).numDeletedRows)
