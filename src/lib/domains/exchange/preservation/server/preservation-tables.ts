import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { CaseTables } from '#domains/cases/server'
import type { PartnerTables } from '#domains/exchange/partners/server'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'

type Time = ColumnType<Date, Date, Date>
type MaybeTime = ColumnType<Date | null, Date | null, Date | null>

/** Requests, their sealed copies, clocks and steps. Days (`date`) come from the driver as `2026-11-29`. */
export type PreservationTables = {
	preservation: {
		id: string
		ref: string
		case_id: string | null
		partner: string
		provider: string
		country: string
		instrument: string
		urgency: 'normal' | 'urgent'
		state: string
		digest: string
		after: string | null
		drafted_by: string
		drafted: string
		transmitted: string | null
		ack_due: MaybeTime
		changed: Time
		version: number
	}
	/** `recipient`: the key that a copy is sealed to; who has made another key since wants another copy. */
	preservation_copy: {
		request: string
		user_id: string
		case_id: string | null
		recipient: string
		sealed: Uint8Array
	}
	preservation_clock: {
		id: string
		request: string
		clock: string
		started: string
		due: string
		renewed: number
		ended: string | null
	}
	preservation_step: {
		id: string
		request: string
		n: number
		kind: string
		by: string | null
		at: Time
		day: string | null
		their_ref: string | null
		clock: string | null
		mark: string | null
	}
	preservation_authority: {
		user_id: string
		partner: string
		capacity: 'art35' | 'central-authority'
		set_by: string
		at: Time
	}
	preservation_calendar: { user_id: string; token_hash: string; made: Time }
}

/** Partner, people and case are looked up, and each act written down, in the same transaction. */
type Joined = PreservationTables & PartnerTables & PeopleTables & ActTables & CaseTables

export type PreservationDatabase = Kysely<Joined>
export type PreservationQueries = QueriesOf<Joined>
export type PreservationTransaction = TransactionOf<Joined>

/** Context of every act on a request. */
export type PreservationDesk = { db: PreservationDatabase; now: () => Date }
