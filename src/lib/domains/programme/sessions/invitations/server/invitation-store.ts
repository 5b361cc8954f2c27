/** Links with which somebody without an account writes down sessions. The token is shown once; here stands its digest. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { AppError, day } from '#base'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import { findRegionOf, getReach } from '../../../places/index.ts'
import { takeEntry, type EntrySender, type TakenEntry } from '../../server/entry-store.ts'
import { toTokenText } from '../../carried/index.ts'
import type { SentEntry } from '../../server/entry-rows.ts'
import { sessionNotAllowed } from '../../server/session-refusals.ts'
import type {
	SessionDesk,
	SessionQueries,
	SessionTables,
	SessionTransaction,
} from '../../server/session-tables.ts'

type Invitation = Selectable<SessionTables['session_invitation']>

const isOver = ({ revoked, ends }: Pick<Invitation, 'revoked' | 'ends'>, now: Date): boolean =>
	revoked !== null || ends <= now

/** Days in which whoever was invited may correct what they sent. */
const correctDays = 7

const hashToken = (token: string): string => createHash('sha256').update(toTokenText(token)).digest('hex')

/** A token of 128 bits, 22 letters. */
const isToken = (text: string): boolean => /^[\w-]{22}$/u.test(text)

const mayInvite = (by: Person, region: string | undefined): boolean =>
	may(by, 'invite', 'session', getReach(by, { region }))

/**
 * Makes a link for a region, or for the country. Answer: its token, which is kept nowhere.
 *
 * @param note - for whom it is, seen at the desk alone
 * @param uses - sessions that can be written down with it
 * @throws AppError `session.not-allowed`
 */
export const inviteTrainer = (
	{ db, now }: SessionDesk,
	{ region, days, uses, note }: { region: string | undefined; days: number; uses: number; note?: string },
	by: Person,
): Promise<string> =>
	db.transaction().execute(async (trx) => {
		if (!mayInvite(by, region)) throw sessionNotAllowed('inviting a trainer')
		const [id, token, at] = [randomUUID(), randomBytes(16).toString('base64url'), now()]
		await trx
			.insertInto('session_invitation')
			.values({
				id,
				token_hash: hashToken(token),
				region: region ?? null,
				made_by: by.id,
				revoked: null,
				note: note === undefined || note === '' ? null : note,
				made: toQuarterHour(at),
				ends: new Date(toQuarterHour(at).getTime() + days * day),
				uses_left: uses,
			})
			.execute()
		await recordActs(trx, [{ act: 'session/invited', by: by.id, at, what: { invitation: id } }])
		return token
	})

/** Takes a link back; one that is taken back stays so. @throws AppError `session.not-found`, `session.not-allowed` */
export const revokeInvitation = ({ db, now }: SessionDesk, id: string, by: Person): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const found = await trx
			.selectFrom('session_invitation')
			.select(['region', 'revoked'])
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst()
		if (!found) throw new AppError('session.not-found', 404, 'taking a link back: there is none')
		if (!mayInvite(by, found.region ?? undefined)) throw sessionNotAllowed('taking a link back')
		if (found.revoked) return
		await trx
			.updateTable('session_invitation')
			.set({ revoked: toQuarterHour(now()) })
			.where('id', '=', id)
			.execute()
		await recordActs(trx, [{ act: 'session/revoked', by: by.id, at: now(), what: { invitation: id } }])
	})

/** Links that a person may take back, the newest first. */
export const listInvitations = async ({ db, now }: Pick<SessionDesk, 'db' | 'now'>, by: Person) => {
	const rows = await db.selectFrom('session_invitation').selectAll().orderBy('made', 'desc').execute()
	return rows
		.filter(({ region }) => mayInvite(by, region ?? undefined))
		.map((row) => ({
			id: row.id,
			region: row.region ?? undefined,
			ends: row.ends,
			usesLeft: row.uses_left,
			note: row.note ?? undefined,
			state: isOver(row, now())
				? row.revoked
					? ('revoked' as const)
					: ('over' as const)
				: ('open' as const),
		}))
}

/** Id of the link that a digest is of; `undefined` for none. */
export const findInvitationId = async (db: SessionQueries, digest: string): Promise<string | undefined> =>
	(await db.selectFrom('session_invitation').select('id').where('token_hash', '=', digest).executeTakeFirst())
		?.id

/** The link that a token is of, one that is over too; `undefined` for none. */
export const findInvitation = async (db: SessionQueries, token: string): Promise<Invitation | undefined> =>
	isToken(token)
		? db
				.selectFrom('session_invitation')
				.selectAll()
				.where('token_hash', '=', hashToken(token))
				.executeTakeFirst()
		: undefined

/** Takes one use, or says that none is left: two phones with one link do not both get the last. */
const takeUse = async (trx: SessionTransaction, id: string): Promise<boolean> =>
	(await trx
		.updateTable('session_invitation')
		.set((is) => ({ uses_left: is('uses_left', '-', 1) }))
		.where('id', '=', id)
		.where('uses_left', '>', 0)
		.returning('id')
		.executeTakeFirst()) !== undefined

/**
 * Takes an entry of whoever has a link. What was taken before is answered as then, with a link that is over too: a lost answer does
 * not count twice because a week went by.
 */
export const takeInvitedEntry = (
	desk: SessionDesk,
	link: Invitation,
	sent: SentEntry,
): Promise<TakenEntry> => {
	const { values, revision } = sent.entry
	const gate: EntrySender['gate'] = (session) => {
		if (isOver(link, desk.now())) return 'entry.over'
		if (session && session.invitation !== link.id) return 'entry.not-yours'
		if (values && link.region !== null && findRegionOf(desk.places, values.province) !== link.region)
			return 'entry.place'
		const age = session ? desk.now().getTime() - session.received.getTime() : 0
		return revision > 1 && age > correctDays * day ? 'entry.late' : undefined
	}
	const owner = { invitation: link.id, trainer: null }
	const spend: EntrySender['spend'] = (trx) => takeUse(trx, link.id)
	return takeEntry(desk, { sent, sender: { owner, source: 'phone', gate, spend } })
}
