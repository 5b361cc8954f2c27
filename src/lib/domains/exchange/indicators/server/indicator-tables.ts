import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { PartnerTables } from '#domains/exchange/partners/server'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { IndicatorState, View } from '../indicator.ts'

type Time = ColumnType<Date, Date, Date>
type MaybeTime = ColumnType<Date | null, Date | null, Date | null>

/** Indicators, the views that publish them, and what comes back. `added`: microseconds since 1970, no two the same. */
export type IndicatorTables = {
	indicator: {
		id: string
		kind: string
		value: string
		owner: string
		life: number
		/** Joined by commas. */
		audiences: string
		tlp: string
		pap: string
		valid_from: Time
		valid_until: Time
		version: number
		state: IndicatorState
		reason: string | null
		batch: string | null
		proposed_by: string | null
		approved_by: string | null
		created: Time
		modified: Time
		added: number | null
	}
	/** State that each change made of an indicator, and the serial that all views got with it. */
	indicator_version: { indicator: string; version: number; serial: number; state: IndicatorState }
	publication: {
		view: View
		serial: number
		last_added: number
		/** Serial, digest and time of what was last built; `digest`: SHA-256 in hex. */
		built_serial: number | null
		digest: string | null
		built_at: MaybeTime
	}
	/** One for each view of each indicator that was withdrawn: the serial from which on it is out, and what showed that it is. */
	indicator_proof: {
		indicator: string
		view: View
		serial: number
		gone_serial: number | null
		digest: string | null
		gone_at: MaybeTime
	}
	taxii_object: {
		collection: string
		added: number
		object: string
		type: string
		version: string
		is_first: boolean
		is_last: boolean
		body: string
	}
	indicator_feedback: {
		id: string
		partner: string
		indicator: string | null
		object: string
		version: string
		code: string
		count: number
		digest: string
		at: Time
	}
	taxii_status: { id: string; partner: string; body: string; at: Time }
	taxii_checkpoint: {
		/** `partner_channel.id` */
		channel: string
		added_after: string | null
		fault: string | null
		pulled_at: Time
	}
}

/** Second persons, partners and the public record are asked in the same transaction. */
type Joined = IndicatorTables & ApprovalTables & PartnerTables & PeopleTables & ActTables

export type IndicatorDatabase = Kysely<Joined>
export type IndicatorQueries = QueriesOf<IndicatorTables>
export type IndicatorTransaction = TransactionOf<Joined>
