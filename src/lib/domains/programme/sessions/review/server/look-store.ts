/** Sessions can be invented: of fifty one is looked at by a second person, who asks where it was held. How many were is published. */
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import { getReach } from '../../../places/index.ts'
import { findSession, type SessionRow } from '../../server/entry-rows.ts'
import { sessionNotAllowed, sessionNotFound } from '../../server/session-refusals.ts'
import type { SessionDesk, SessionQueries } from '../../server/session-tables.ts'

const mayLook = (by: Person, { trainer, region }: Pick<SessionRow, 'trainer' | 'region'>): boolean =>
	trainer !== by.id && may(by, 'correct', 'session', getReach(by, { region }))

/** Sessions that wait for a second look of this person, the oldest first. */
export const listToLookAt = async (db: SessionQueries, by: Person): Promise<SessionRow[]> => {
	const rows = await db
		.selectFrom('programme_session')
		.selectAll()
		.where('look', '=', 'picked')
		.where('state', '=', 'held')
		.orderBy('held_on')
		.limit(500)
		.execute()
	return rows.filter((row) => mayLook(by, row))
}

/** How the place was asked: by phone, on the spot, by papers. */
export const lookWays = ['called', 'visited', 'papers'] as const
export type LookWay = (typeof lookWays)[number]

/** Second looks that are over, the newest sessions first: what each found, and how it was asked. */
export const listLookedAt = async (db: SessionQueries, by: Person): Promise<SessionRow[]> => {
	const rows = await db
		.selectFrom('programme_session')
		.selectAll()
		.where('look', 'in', ['seen', 'doubted'])
		.where('state', '=', 'held')
		.orderBy('held_on', 'desc')
		.limit(100)
		.execute()
	return rows.filter(({ region }) => may(by, 'correct', 'session', getReach(by, { region })))
}

/** Writes down what a second look found and how it asked. @throws AppError `session.not-found`, `session.not-allowed`, `session.changed` */
export const noteLook = (
	{ db, now }: SessionDesk,
	{ id, outcome, way }: { id: string; outcome: 'seen' | 'doubted'; way: LookWay },
	by: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const session = await findSession(trx, id, true)
		if (!session) throw sessionNotFound('looking a second time')
		if (!mayLook(by, session)) throw sessionNotAllowed('looking a second time')
		if (session.look !== 'picked')
			throw new AppError('session.changed', 409, 'looking a second time: nobody is asked to')
		await trx
			.updateTable('programme_session')
			.set({ look: outcome, looked_by: by.id, look_way: way })
			.where('id', '=', id)
			.execute()
		await recordActs(trx, [
			{ act: 'session/looked', by: by.id, at: now(), what: { session: id, outcome, way } },
		])
	})
