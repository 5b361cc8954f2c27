/** Sessions that are planned: a day and a province, as the calendar shows them. One that was held has the id of its plan. */
import { randomUUID } from 'node:crypto'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import { findRegionOf, getReach, type PeriodSpan } from '../../../places/index.ts'
import type { SessionValues } from '../../session.ts'
import { maySee } from '../../server/session-store.ts'
import { sessionNotAllowed, sessionNotFound } from '../../server/session-refusals.ts'
import type { SessionDesk, SessionQueries } from '../../server/session-tables.ts'

export type PlannedSession = Pick<
	SessionValues,
	'province' | 'setting' | 'audience' | 'language' | 'lesson'
> & { day: string }

/** Plans a session. Answer: its id. @throws AppError `session.not-allowed` */
export const planSession = (
	{ db, now, places }: SessionDesk,
	given: PlannedSession,
	by: Person,
): Promise<string> =>
	db.transaction().execute(async (trx) => {
		const region = findRegionOf(places, given.province)
		if (region === undefined || !may(by, 'write', 'session', getReach(by, { by: by.id, region })))
			throw sessionNotAllowed('planning a session')
		const id = randomUUID()
		await trx
			.insertInto('session_plan')
			.values({ id, ...given, region, by: by.id, dropped: false })
			.execute()
		await recordActs(trx, [{ act: 'session/planned', by: by.id, at: now(), what: { session: id } }])
		return id
	})

/** Takes a plan off the calendar. @throws AppError `session.not-found`, `session.not-allowed` */
export const dropPlan = ({ db, now }: SessionDesk, id: string, by: Person): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const found = await trx
			.selectFrom('session_plan')
			.select(['by', 'region', 'dropped'])
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst()
		if (!found) throw sessionNotFound('taking a plan off')
		if (!may(by, 'write', 'session', getReach(by, { by: found.by, region: found.region })))
			throw sessionNotAllowed('taking a plan off')
		if (found.dropped) return
		await trx.updateTable('session_plan').set({ dropped: true }).where('id', '=', id).execute()
		await recordActs(trx, [{ act: 'session/dropped', by: by.id, at: now(), what: { session: id } }])
	})

/** Plans of a span that a person may see and that have not been held, the next first. */
export const listPlanned = async (db: SessionQueries, { from, until }: PeriodSpan, by: Person) => {
	const rows = await db
		.selectFrom('session_plan')
		.selectAll()
		.where('dropped', '=', false)
		.where('day', '>=', from)
		.where('day', '<', until)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('programme_session')
						.select('programme_session.id')
						.whereRef('programme_session.id', '=', 'session_plan.id'),
				),
			),
		)
		.orderBy('day')
		.limit(500)
		.execute()
	return rows.filter((row) => maySee(by, { trainer: row.by, region: row.region }))
}
