/** Counts of a class that come with a session: how often each answer was given, of nobody in particular. */
import { AppError, toHour } from '#base'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import type { Tally } from '#domains/skills/quiz'
import { toCanonicalJson } from '#tools/files/canonical-json'
import { getReach } from '../../../places/index.ts'
import { findSession } from '../../server/entry-rows.ts'
import { sessionNotAllowed, sessionNotFound } from '../../server/session-refusals.ts'
import type { SessionDesk, SessionQueries, SessionTables } from '../../server/session-tables.ts'

export type TallyMoment = SessionTables['session_tally']['moment']

/**
 * Takes tallies of a class for a session; the same ones a second time change nothing. Answer: how many are new.
 *
 * @throws AppError `session.not-found`, `session.not-allowed`, `session.tally-other` when other counts stand there already
 */
export const takeTallies = (
	{ db, now }: SessionDesk,
	{ session: id, moment, tallies }: { session: string; moment: TallyMoment; tallies: readonly Tally[] },
	by: Person,
): Promise<number> =>
	db.transaction().execute(async (trx) => {
		const session = await findSession(trx, id, true)
		if (!session) throw sessionNotFound('taking tallies')
		const { trainer, region } = session
		if (!may(by, 'write', 'session', getReach(by, { by: trainer ?? undefined, region })))
			throw sessionNotAllowed('taking tallies')
		let count = 0
		for (const { topic, form, sheets, items, sure } of tallies) {
			const content = toCanonicalJson({ items, sure })
			const row = { session: id, topic, form, moment, sheets, content, by: by.id, at: toHour(now()) }
			const added = await trx
				.insertInto('session_tally')
				.values(row)
				.onConflict((conflict) => conflict.columns(['session', 'topic', 'form', 'moment']).doNothing())
				.returning('topic')
				.executeTakeFirst()
			if (added) count++
			else if (!(await isSame(trx, row)))
				throw new AppError('session.tally-other', 409, 'taking tallies: other counts stand there')
		}
		if (count > 0)
			await recordActs(trx, [{ act: 'session/tallied', by: by.id, at: now(), what: { session: id, count } }])
		return count
	})

const isSame = async (
	db: SessionQueries,
	row: Pick<SessionTables['session_tally'], 'session' | 'topic' | 'form' | 'moment' | 'content' | 'sheets'>,
): Promise<boolean> => {
	const found = await db
		.selectFrom('session_tally')
		.select(['content', 'sheets'])
		.where('session', '=', row.session)
		.where('topic', '=', row.topic)
		.where('form', '=', row.form)
		.where('moment', '=', row.moment)
		.executeTakeFirst()
	return found?.content === row.content && found.sheets === row.sheets
}

/** Tallies that came with a session: of which quiz, when, and how many sheets. The counts themselves are for evaluation. */
export const listTallies = (db: SessionQueries, session: string) =>
	db
		.selectFrom('session_tally')
		.select(['topic', 'form', 'moment', 'sheets'])
		.where('session', '=', session)
		.orderBy('topic')
		.orderBy('moment')
		.execute()
