import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'

type Time = ColumnType<Date, Date, Date>
type MaybeTime = ColumnType<Date | null, Date | null, Date | null>

/** Partners, their channels and their public keys. Lists of words (`languages`, `flows`) are joined by commas. */
export type PartnerTables = {
	partner: {
		id: string
		name_ar: string
		name_fr: string
		name_zgh: string | null
		name_en: string
		kind: string
		country: string
		zone: string
		hours: string
		languages: string
		agreement: string
		/** Days; the driver gives them as `2026-11-29`. */
		agreed_from: string | null
		agreed_to: string | null
		flows: string
		tlp_most: string
		takes_personal: boolean
		is_public: boolean
		state: 'draft' | 'active' | 'suspended' | 'ended'
		note: string
		made: Time
		changed: Time
	}
	partner_channel: { id: string; partner: string; kind: string; address: string; place: number }
	partner_key: {
		id: string
		partner: string
		use: string
		kid: string
		public: string
		valid_from: Time
		valid_to: MaybeTime
		brought_by: string
		brought_at: Time
		verified_by: string | null
		verified_at: MaybeTime
		revoked_at: MaybeTime
		revoked_why: string | null
	}
}

/** Looks up whoever brings and compares keys, and writes each act down, in the same transaction. */
type Joined = PartnerTables & PeopleTables & ActTables

export type PartnerDatabase = Kysely<Joined>
export type PartnerQueries = QueriesOf<PartnerTables>
export type PartnerTransaction = TransactionOf<Joined>
