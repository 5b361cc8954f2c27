import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { PartnerTables } from '../../partners/server/index.ts'
import type { OwnKeyTables } from '../keys/server/index.ts'

type Time = ColumnType<Date, Date, Date>

/** `taken`: the room that it is for has it; `dropped`: a person has put it away. */
export type MessageState = 'unread' | 'taken' | 'quarantined' | 'dropped'

/** Messages of partners, sealed to the desk; what keeps one from counting twice; public halves of our keys. */
export type MessageTables = {
	exchange_message: {
		/** Idempotency-Key of the sender, a UUIDv7. */
		id: string
		partner: string
		/** The key that signed the request. */
		kid: string
		/** Content-Digest of the request. */
		digest: string
		/** A type of the envelope; empty when it could not be read. */
		type: string
		/** The epoch whose key `sealed` is sealed to. */
		epoch: string
		/** Text that the partner signed (compact JWS), sealed; empty when it could not be opened. */
		sealed: Uint8Array
		/** The content of the receipt, to the byte. */
		receipt: Uint8Array
		/** `created` of the signature. */
		signed_at: Time
		at: Time
		state: MessageState
		/** Code of what was wrong with it. */
		why: string | null
	}
	replay_guard: { kid: string; nonce: string; until: Time }
} & OwnKeyTables

type Joined = MessageTables & PartnerTables & ActTables

export type MessageDatabase = Kysely<Joined>
export type MessageQueries = QueriesOf<MessageTables & PartnerTables>
export type MessageTransaction = TransactionOf<Joined>
