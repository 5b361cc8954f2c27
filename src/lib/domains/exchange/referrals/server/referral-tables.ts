import type { ColumnType, Kysely } from 'kysely'
import type { CaseDatabase } from '#domains/cases/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { MessageTables } from '../../channel/server/index.ts'
import type { PartnerTables } from '../../partners/server/index.ts'
import type { UrgencyLevel } from '../urgency.ts'

type Time = ColumnType<Date, Date, Date>
type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>

/** Referrals, the outbox and what happened. No address and no word of one stands in any of these in clear. */
export type ReferralTables = {
	referral: {
		id: string
		ref: string
		direction: 'in' | 'out'
		case_id: string | null
		partner: string
		country: string | null
		/** `account` where something in it leads to a person, else `address`. */
		subject: string
		urgency: UrgencyLevel
		tlp: string
		/** Permissible Actions Protocol, as it goes along or came. */
		pap: string
		state: string
		acknowledge_by: MaybeTime
		outcome_by: MaybeTime
		outcome: string | null
		/** SHA-256 of the payload in hex. */
		digest: string | null
		approval: string | null
		/** Their number of it. */
		peer_ref: string | null
		/** The message that it came in, of the channel's own table. */
		message: string | null
		/** Time at which a person was told that it does not get through. */
		told_at: MaybeTime
		answer_hash: string | null
		answer_until: MaybeTime
		by: string | null
		at: Time
		changed: Time
	}
	referral_number: { year: number; last: number }
	referral_message: {
		/** UUID of version 7: the Idempotency-Key of every try. */
		id: string
		referral: string
		kind: 'referral' | 'outcome' | 'note'
		channel: string
		channel_kind: string
		/** `null` once it has left or is dead. */
		sealed_body: Uint8Array | null
		digest: string
		state: 'queued' | 'sending' | 'sent' | 'accepted' | 'rejected' | 'dead'
		/** Times that it was taken out to be sent, and times that this failed. */
		attempts: number
		failures: number
		/** When it is due; while it is being sent, when another may take it. */
		next_at: Time
		expires: Time
		/** Code of the last failure. */
		fault: string | null
		receipt: Uint8Array | null
		peer_ref: string | null
		at: Time
	}
	referral_step: {
		id: string
		referral: string
		place: number
		event: string
		state: string
		/** Code of an outcome or a failure, or kind of a channel. */
		code: string | null
		/** Words that a partner wrote on its page, sealed to the key of an epoch; or the message of the channel that has it. */
		epoch: string | null
		sealed: Uint8Array | null
		message: string | null
		by: string | null
		at: Time
	}
}

type OfCases = CaseDatabase extends Kysely<infer Tables> ? Tables : never

/** A referral changes a case, uses an agreement and is told to the record in the same transaction. */
type Joined = ReferralTables & MessageTables & PartnerTables & OfCases

export type ReferralDatabase = Kysely<Joined>
export type ReferralQueries = QueriesOf<Joined>
export type ReferralTransaction = TransactionOf<Joined>
