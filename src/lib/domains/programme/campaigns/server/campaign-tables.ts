import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'

type Time = ColumnType<Date, Date, Date>

/** Campaigns, their codes and materials. Days are texts, `2027-02-09`; lists of words are joined by commas. */
export type CampaignTables = {
	campaign: {
		id: string
		title: string
		event: string | null
		from_day: string
		until_day: string
		audiences: string
		languages: string
		channels: string
		region: string | null
		made_by: string
		made: Time
		version: number
	}
	/** Cell that arrivals of a campaign by one channel are counted in. `until_quarter`: the last one; another may have it after. */
	campaign_slot: {
		slot: number
		campaign: string
		channel: string
		from_quarter: string
		until_quarter: string | null
	}
	campaign_code: {
		code: string
		campaign: string
		channel: string
		language: string
		place: string | null
		target: string
		print_run: number
		made_by: string
		made: Time
		retired_on: string | null
	}
	material: {
		id: string
		campaign: string
		kind: string
		language: string
		source: string
		source_hash: string
		/** JSON of its words. */
		words: string
		/** SHA-256 in hex of what two persons agree to. */
		digest: string
		author: string
		changed: Time
		version: number
	}
	material_approval: {
		material: string
		digest: string
		place: number
		by: string
		author: string
		at: Time
	}
	use_note: { id: string; material: string; place: string; day: string; copies: number; by: string; at: Time }
}

/** People and the public record are asked in the same transaction. */
type Joined = CampaignTables & PeopleTables & ActTables

export type CampaignDatabase = Kysely<Joined>
export type CampaignQueries = QueriesOf<CampaignTables>
export type CampaignTransaction = TransactionOf<Joined>
