/** Counts of a class that come with a session: how often each answer was given, of nobody in particular. */
import { AppError, toHour } from '#base'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import type { Tally } from '#domains/skills/quiz'
import { toCanonicalJson } from '#tools/files/canonical-json'
import { getReach, type PeriodSpan } from '../../../places/index.ts'
import { toScoreBands, type ClassScores } from '../../publish-answers.ts'
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
		for (const { topic, form, sheets, items, sure, scores } of tallies) {
			// Files of before scores were counted have none.
			const content = toCanonicalJson({ items, sure, ...(scores === undefined ? {} : { scores }) })
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

const readScores = (content: string): readonly number[] | undefined =>
	(JSON.parse(content) as Pick<Tally, 'scores'>).scores

/** Tallies that came with a session: of which quiz, when, how many sheets, and the sheets in three bands where the class is large enough. */
export const listTallies = async (db: SessionQueries, session: string) => {
	const rows = await db
		.selectFrom('session_tally')
		.select(['topic', 'form', 'moment', 'sheets', 'content'])
		.where('session', '=', session)
		.orderBy('topic')
		.orderBy('moment')
		.execute()
	return rows.map(({ content, ...row }) => {
		const scores = readScores(content)
		return { ...row, bands: scores && toScoreBands(scores) }
	})
}

/** Scores of the classes whose sessions were held in a time. */
export const listClassScores = async (
	db: SessionQueries,
	{ from, until }: PeriodSpan,
): Promise<ClassScores[]> => {
	const rows = await db
		.selectFrom('session_tally')
		.innerJoin('programme_session', 'programme_session.id', 'session_tally.session')
		.select(['session_tally.session', 'session_tally.moment', 'session_tally.content'])
		.where('programme_session.state', '=', 'held')
		.where('programme_session.held_on', '>=', from)
		.where('programme_session.held_on', '<', until)
		.execute()
	return rows.flatMap(({ session, moment, content }) => {
		const scores = readScores(content)
		return scores ? [{ session, moment, scores }] : []
	})
}
