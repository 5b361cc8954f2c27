/** A message that was recognised is kept: what the room it is for does with it, its receipt and the entry in the record are one transaction. */
import { AppError, ok, refused, type Result } from '#base'
import { clockSkew } from '#tools/channels/http-signature'
import { seal } from '#tools/seal/sealed'
import type { Partner } from '../../partners/index.ts'
import { toPeerRef, type Envelope, type MessageType } from '../envelope.ts'
import { addMessage, claimNonce, findMessage, moveMessage, type StoredMessage } from './message-store.ts'
import type { MessageDatabase, MessageTransaction } from './message-tables.ts'
import type { OwnKeys } from '../keys/server/index.ts'
import type { ReadMessage } from './read-message.ts'

/** A message as the room that it is for gets it. */
export type ReceivedMessage = {
	/** Idempotency-Key of the sender: unique, and the id of the kept message. */
	id: string
	partner: Partner
	envelope: Envelope
	/** Our reference of it, as the receipt says it. */
	peerRef: string
	/** When the sender signed it, and when it came. */
	signedAt: Date
	at: Date
}

/**
 * What is done with each type of message, in the transaction that keeps it. A thrown `AppError` says by its code that the message is not taken: it is
 * set aside; `unread` leaves it to a person. Any other error undoes everything, and the sender tries again. A type without a handler stays unread.
 */
export type Handlers<Trx> = Readonly<
	// oxlint-disable-next-line typescript/no-invalid-void-type -- most handlers answer nothing, and one may leave a message to a person
	Partial<Record<MessageType, (trx: Trx, message: ReceivedMessage) => Promise<void | 'unread'>>>
>

export type StoreOptions<Trx extends MessageTransaction> = {
	db: MessageDatabase
	/** Begins a transaction on the same database, with the tables that handlers know. */
	transact: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>
	handlers: Handlers<Trx>
	keys: OwnKeys
	/** The epoch that what comes is sealed to. */
	getEpoch: () => Promise<{ id: string; recipient: string }>
	now: () => Date
	/** Told how far a message is, for tests that end the process there. */
	faultPoint?: (name: 'opened' | 'written' | 'stored') => void
}

/** A message with everything that is known of it, `created` and `expires` in seconds. */
export type Arrived = {
	id: string
	partner: Partner
	kid: string
	nonce: string
	digest: string
	created: number
	expires: number
	read: ReadMessage
}

type Stored = { receipt: Uint8Array; isNew: boolean }

/** The content of a receipt: what came, under which name we know it, what became of it. */
const makeReceipt = ({ id, digest }: Arrived, at: Date, why: string | undefined): Uint8Array =>
	Buffer.from(
		JSON.stringify({
			v: 1,
			status: why === undefined ? 'accepted' : 'quarantined',
			peer_ref: toPeerRef(id),
			message: id,
			digest,
			received: at.toISOString(),
			...(why === undefined ? {} : { why }),
		}),
	)

const sealSigned = async (signed: string, recipient: string): Promise<Uint8Array> => {
	if (signed === '') return new Uint8Array(0)
	const sealed = await seal(new TextEncoder().encode(signed), recipient, 'padme')
	if (sealed.ok) return sealed.value
	throw new Error(`sealing a message to the desk: ${sealed.code}`)
}

/** Thrown inside a transaction to undo it when the nonce, or the message, was there before. */
class CameBefore extends Error {}

const write = async <Trx extends MessageTransaction>(
	{ transact, handlers, now, faultPoint = () => {} }: StoreOptions<Trx>,
	arrived: Arrived,
	row: StoredMessage,
): Promise<void> => {
	const { id, partner, kid, nonce, expires, read } = arrived
	const until = new Date((expires + 2 * clockSkew) * 1000)
	await transact(async (trx) => {
		const isFirst = (await claimNonce(trx, { kid, nonce, until })) && (await addMessage(trx, row))
		if (!isFirst) throw new CameBefore()
		const taken =
			row.state !== 'quarantined' && 'envelope' in read
				? await handlers[read.envelope.type]?.(trx, {
						id,
						partner,
						envelope: read.envelope,
						peerRef: toPeerRef(id),
						signedAt: row.signed_at,
						at: now(),
					})
				: undefined
		if (taken === 'unread') await moveMessage(trx, { id, from: 'taken', to: 'unread' })
		faultPoint('written')
	})
}

/**
 * Keeps a message. One that came before, in another process at this very moment, is answered as it was then.
 * @throws whatever a handler throws that is no AppError: nothing is kept
 */
export const storeMessage = async <Trx extends MessageTransaction>(
	options: StoreOptions<Trx>,
	arrived: Arrived,
): Promise<Result<Stored, 'replayed' | 'id-used'>> => {
	const { db, getEpoch, now, handlers } = options
	const { id, partner, kid, digest, created, read } = arrived
	const epoch = await getEpoch()
	const sealed = await sealSigned(read.signed, epoch.recipient)
	const type = 'envelope' in read ? read.envelope.type : undefined
	const at = now()
	const toRow = (why: string | undefined): StoredMessage => ({
		id,
		partner: partner.id,
		kid,
		digest,
		type: type ?? '',
		epoch: epoch.id,
		sealed,
		receipt: makeReceipt(arrived, at, why),
		signed_at: new Date(created * 1000),
		at,
		why: why ?? null,
		state: why === undefined ? (type && handlers[type] ? 'taken' : 'unread') : 'quarantined',
	})
	const keep = async (why: string | undefined): Promise<Stored> => {
		const row = toRow(why)
		await write(options, arrived, row)
		return { receipt: row.receipt, isNew: true }
	}
	try {
		return ok(
			await keep('why' in read ? read.why : undefined).catch((error: unknown) => {
				if (error instanceof AppError && error.status < 500) return keep(error.code)
				throw error
			}),
		)
	} catch (error) {
		if (!(error instanceof CameBefore)) throw error
		const before = await findMessage(db, id)
		if (!before) return refused('replayed')
		const isSame = before.partner === partner.id && before.digest === digest
		return isSame ? ok({ receipt: before.receipt, isNew: false }) : refused('id-used')
	}
}
