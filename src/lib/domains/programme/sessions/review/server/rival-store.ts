/** Entries of one revision that differ: both are kept, and a person chooses. The choice is a revision of its own. */
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import { getReach } from '../../../places/index.ts'
import { parseEntry, type Entry } from '../../entry.ts'
import { addRevision } from '../../server/desk-store.ts'
import { findSession, type SessionRow } from '../../server/entry-rows.ts'
import { sessionNotAllowed, sessionNotFound } from '../../server/session-refusals.ts'
import type { SessionDesk, SessionQueries } from '../../server/session-tables.ts'

const readValues = (content: string): Entry['values'] => {
	const read = parseEntry(content)
	if (!read.ok) throw new Error('reading a kept entry: it is not of its form')
	return read.value.values
}

const mayChoose = (by: Person, { region }: Pick<SessionRow, 'region'>): boolean =>
	may(by, 'correct', 'session', getReach(by, { region }))

/** A session with what came instead of its revisions. */
export type Dispute = {
	session: SessionRow
	others: { revision: number; sha256: string; values: Entry['values'] }[]
}

/** Sessions of which a person may choose what they were. */
export const listDisputes = async (db: SessionQueries, by: Person): Promise<Dispute[]> => {
	const rivals = await db
		.selectFrom('session_rival')
		.select(['instance_id', 'revision', 'sha256', 'content'])
		.where('settled_by', 'is', null)
		.orderBy('revision')
		.limit(500)
		.execute()
	const disputes: Dispute[] = []
	for (const id of new Set(rivals.map(({ instance_id }) => instance_id))) {
		const session = await findSession(db, id)
		if (!session || !mayChoose(by, session)) continue
		const others = rivals
			.filter(({ instance_id }) => instance_id === id)
			.map(({ revision, sha256, content }) => ({ revision, sha256, values: readValues(content) }))
		disputes.push({ session, others })
	}
	return disputes
}

/**
 * Chooses: what another entry says becomes the next revision, or the session stays as it is. Either way nothing waits any more.
 *
 * @param sha256 - of the entry that is right; left out: the session as it stands
 * @throws AppError `session.not-found`, `session.not-allowed`, `session.changed`
 */
export const settleDispute = (
	desk: SessionDesk,
	{ id, revision, sha256 }: { id: string; revision: number; sha256: string | undefined },
	by: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const session = await findSession(trx, id, true)
		if (!session) throw sessionNotFound('choosing what a session was')
		if (!mayChoose(by, session)) throw sessionNotAllowed('choosing what a session was')
		if (session.revision !== revision)
			throw new AppError('session.changed', 409, 'choosing what a session was: it was changed meanwhile')
		const rivals = trx.selectFrom('session_rival').select(['sha256', 'content'])
		const open = await rivals.where('instance_id', '=', id).where('settled_by', 'is', null).execute()
		const chosen = open.find((one) => one.sha256 === sha256)
		if (open.length === 0 || (sha256 !== undefined && !chosen))
			throw sessionNotFound('choosing what a session was')
		await trx
			.updateTable('session_rival')
			.set({ settled_by: by.id })
			.where('instance_id', '=', id)
			.where('settled_by', 'is', null)
			.execute()
		if (chosen) await addRevision(trx, desk, { session, values: readValues(chosen.content), by })
		const what = { session: id, entry: sha256 ?? session.sha256 }
		await recordActs(trx, [{ act: 'session/chosen', by: by.id, at: desk.now(), what }])
	})
