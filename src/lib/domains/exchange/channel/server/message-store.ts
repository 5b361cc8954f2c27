import { recordActs } from '#domains/acts/server'
import type { PartnerKey } from '../../partners/index.ts'
import type { MessageQueries, MessageState, MessageTables, MessageTransaction } from './message-tables.ts'

export type StoredMessage = Omit<MessageTables['exchange_message'], 'signed_at' | 'at'> & {
	signed_at: Date
	at: Date
}

/** A message that came before, as far as an answer needs it. */
export type KnownMessage = Pick<StoredMessage, 'partner' | 'digest' | 'receipt'>

/** The message of an id; `undefined` when none has come. */
export const findMessage = (db: MessageQueries, id: string): Promise<KnownMessage | undefined> =>
	db
		.selectFrom('exchange_message')
		.select(['partner', 'digest', 'receipt'])
		.where('id', '=', id)
		.executeTakeFirst()

/** True when a signature with this number has come before. */
export const isReplay = async (
	db: MessageQueries,
	{ kid, nonce }: { kid: string; nonce: string },
): Promise<boolean> => {
	const found = await db
		.selectFrom('replay_guard')
		.select('nonce')
		.where('kid', '=', kid)
		.where('nonce', '=', nonce)
		.executeTakeFirst()
	return found !== undefined
}

/** Uses up the number of a signature; false when it was used before, also by another process at this moment. */
export const claimNonce = async (
	db: MessageQueries,
	claim: { kid: string; nonce: string; until: Date },
): Promise<boolean> => {
	const added = await db
		.insertInto('replay_guard')
		.values(claim)
		.onConflict((conflict) => conflict.doNothing())
		.returning('nonce')
		.executeTakeFirst()
	return added !== undefined
}

/** Forgets numbers of signatures that hold no more. */
export const forgetNonces = async (db: MessageQueries, now: Date): Promise<void> =>
	void (await db.deleteFrom('replay_guard').where('until', '<', now).execute())

/** Keeps a message and writes it down in the public record; false when one of this id is there already. */
export const addMessage = async (trx: MessageTransaction, message: StoredMessage): Promise<boolean> => {
	const added = await trx
		.insertInto('exchange_message')
		.values(message)
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst()
	if (!added) return false
	const { id, partner, digest, state, at } = message
	await recordActs(trx, [
		{
			act: state === 'quarantined' ? 'exchange/quarantined' : 'exchange/received',
			by: null,
			at,
			what: { message: id, partner, digest },
		},
	])
	return true
}

/** A message as lists show it: nothing of what it says. */
export type ListedMessage = Pick<
	StoredMessage,
	'id' | 'partner' | 'kid' | 'type' | 'signed_at' | 'at' | 'state' | 'why'
>

const listed = ['id', 'partner', 'kid', 'type', 'signed_at', 'at', 'state', 'why'] as const

/** Messages in a state, the oldest first; at most 200. */
export const listMessages = (db: MessageQueries, state: MessageState): Promise<ListedMessage[]> =>
	db
		.selectFrom('exchange_message')
		.select(listed)
		.where('state', '=', state)
		.orderBy('at')
		.orderBy('id')
		.limit(200)
		.execute()

/** A message as the desk opens it; `undefined` when there is none. `sealed` is empty when it could not be opened on arrival. */
export const findSealedMessage = (
	db: MessageQueries,
	id: string,
): Promise<Pick<StoredMessage, 'partner' | 'type' | 'epoch' | 'sealed' | 'receipt'> | undefined> =>
	db
		.selectFrom('exchange_message')
		.select(['partner', 'type', 'epoch', 'sealed', 'receipt'])
		.where('id', '=', id)
		.executeTakeFirst()

/** Moves a message on, with why; false when it was in another state by now. */
export const moveMessage = async (
	trx: MessageTransaction,
	{ id, from, to, why = null }: { id: string; from: MessageState; to: MessageState; why?: string | null },
): Promise<boolean> => {
	const moved = await trx
		.updateTable('exchange_message')
		.set({ state: to, why })
		.where('id', '=', id)
		.where('state', '=', from)
		.returning('id')
		.executeTakeFirst()
	return moved !== undefined
}

/** Reason of a message that is set aside; while it is not, that a person has to look at it again. */
const revokedWhy = 'key.revoked'

/**
 * After a key of a partner was revoked: what it signed since then and nobody has taken is set aside; what it signed before, and what a room has
 * already taken, is marked for a person to look at. A key that is not revoked changes nothing.
 */
export const quarantineAfterRevocation = async (
	trx: MessageTransaction,
	{ kid, partner, revokedAt }: Pick<PartnerKey, 'kid' | 'partner' | 'revokedAt'>,
	now: Date,
): Promise<{ quarantined: string[]; toReview: ListedMessage[] }> => {
	if (revokedAt === undefined) return { quarantined: [], toReview: [] }
	const signed = () =>
		trx
			.updateTable('exchange_message')
			.set({ why: revokedWhy })
			.where('kid', '=', kid)
			.where('partner', '=', partner)
	const rows = await signed()
		.set({ state: 'quarantined' })
		.where('signed_at', '>=', revokedAt)
		.where('state', '=', 'unread')
		.returning(['id', 'digest'])
		.execute()
	const what = rows.map(({ id, digest }) => ({ message: id, partner, digest }))
	await recordActs(
		trx,
		what.map((one) => ({ act: 'exchange/quarantined', by: null, at: now, what: one }) as const),
	)
	const toReview = await signed().where('state', 'in', ['unread', 'taken']).returning(listed).execute()
	return { quarantined: rows.map(({ id }) => id), toReview }
}
