/** Messages of partners that wait for a person. What they say is opened in the tab of who works on cases, and nowhere else. */
import { sql } from 'kysely'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { moveMessage } from '../../../channel/server/index.ts'
import type { ReferralDatabase, ReferralQueries, ReferralTransaction } from '../../server/referral-tables.ts'

/** Reasons for which somebody puts a message away. */
export const dropReasons = ['not-theirs', 'unreadable', 'nothing-to-do', 'came-again'] as const
type DropReason = (typeof dropReasons)[number]

type WaitingMessage = {
	id: string
	partner: string
	/** A type of the envelope; empty when it could not be read. */
	type: string
	/** `review`: a room has taken it, or nobody yet, and the key that signed it was revoked later. */
	state: 'unread' | 'quarantined' | 'review'
	/** Code of what was wrong with it. */
	why: string | undefined
	/** False where it could not be opened when it came: there is nothing to show. */
	isReadable: boolean
	signedAt: Date
	at: Date
}

const waits = sql<boolean>`(state in ('unread', 'quarantined') or (state = 'taken' and why = 'key.revoked'))`

/** All that waits, what is set aside first, then the oldest first; at most 200. */
export const listWaiting = async (db: ReferralQueries): Promise<WaitingMessage[]> => {
	const rows = await db
		.selectFrom('exchange_message')
		.select(['id', 'partner', 'type', 'state', 'why', 'signed_at', 'at'])
		.select(sql<boolean>`length(sealed) > 0`.as('readable'))
		.where(waits)
		.orderBy(sql`state = 'quarantined'`, 'desc')
		.orderBy('at')
		.orderBy('id')
		.limit(200)
		.execute()
	return rows.map(({ state, why, readable, signed_at: signedAt, ...row }) => ({
		...row,
		state: state === 'quarantined' ? state : why === null ? ('unread' as const) : ('review' as const),
		why: why ?? undefined,
		isReadable: readable,
		signedAt,
	}))
}

/** Number of those that wait. */
export const countInbox = async (db: ReferralQueries): Promise<number> => {
	const row = await db
		.selectFrom('exchange_message')
		.select(sql<number>`count(*)::int`.as('count'))
		.where(waits)
		.executeTakeFirstOrThrow()
	return row.count
}

type Place = { db: ReferralDatabase; now: () => Date }

/** The message, locked, while it waits. @throws AppError `message.unknown`, `message.changed` */
const getWaiting = async (trx: ReferralTransaction, id: string) => {
	const found = await trx
		.selectFrom('exchange_message')
		.select(['id', 'partner', 'state', 'epoch', 'sealed'])
		.select(waits.as('waits'))
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst()
	if (!found) throw new AppError('message.unknown', 409, 'a message of a partner: there is none of this id')
	if (!found.waits)
		throw new AppError('message.changed', 409, 'a message of a partner: somebody has settled it meanwhile')
	return found
}

/**
 * Hands out a message that waits, sealed as it is, and writes down who opened it.
 *
 * @throws AppError `message.unknown`, `message.changed`
 */
export const openMessage = (
	{ db, now }: Place,
	{ id, by }: { id: string; by: string },
): Promise<{ epoch: string; sealed: Uint8Array }> =>
	db.transaction().execute(async (trx) => {
		const { partner, epoch, sealed } = await getWaiting(trx, id)
		await recordActs(trx, [{ act: 'exchange/opened', by, at: now(), what: { message: id, partner } }])
		return { epoch, sealed }
	})

/** The end of the wait: a person has done what it asks, or puts it away and says why. */
type Settling = { id: string; by: string; why: DropReason | undefined }

/**
 * Settles a message that waits, once.
 *
 * @throws AppError `message.unknown`, `message.changed`
 */
export const settleMessage = ({ db, now }: Place, { id, by, why }: Settling): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const { partner, state } = await getWaiting(trx, id)
		await moveMessage(trx, { id, from: state, to: why === undefined ? 'taken' : 'dropped', why: why ?? null })
		const what = { message: id, partner, ...(why === undefined ? {} : { why }) }
		const act = why === undefined ? 'exchange/taken' : 'exchange/dropped'
		await recordActs(trx, [{ act, by, at: now(), what }])
	})
