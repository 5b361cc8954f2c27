import type { QueriesOf, TransactionOf } from '#platform'
import type { ColumnType, Generated, Kysely } from 'kysely'

type Time = ColumnType<Date, Date, Date>

/** Tables of accounts. Other rooms see people by `person-store.ts` only. */
export type PeopleTables = {
	staff_user: {
		id: string
		name: string
		name_key: string
		email: string
		email_verified: boolean
		language: string
		region: string | null
		disabled: Generated<boolean>
		created_at: Time
		updated_at: Time
	}
	staff_account: {
		id: string
		account_id: string
		provider_id: 'credential'
		user_id: string
		password: string
		created_at: Time
		updated_at: Time
	}
	staff_passkey: {
		id: string
		user_id: string
		name: string | null
		credential_id: string
		created_at: Date | null
	}
	staff_two_factor: { user_id: string; secret: string; last_step: number }
	staff_session: {
		id: string
		user_id: string
		token: string
		expires_at: Time
		created_at: Time
		updated_at: Time
	}
	staff_verification: { id: string; expires_at: Time; created_at: Time }
	staff_attempt: { bucket: string; failures: number; failed_at: Time }
	staff_role: { user_id: string; role: string }
	/** Roles that a second person has not agreed to yet; one row a person. `region`: of those of the programme. */
	staff_role_ask: {
		id: string
		user_id: string
		roles: ColumnType<string[], string, never>
		region: string | null
		asked_by: string
		asked_at: Time
	}
	staff_invitation: { user_id: string; hash: string; expires_at: Time }
	staff_key: { user_id: string; recipient: string; signing_key: string; wrapped: string; made_hour: Time }
	staff_unlock: { id: string; user_id: string; passkey: string | null; sealed: string; made_hour: Time }
	/** A signature under a certificate: of which key, by whom, and its entry in the public record. */
	erasure_signature: { epoch: string; person: string; content: string; entry: string; salt: Uint8Array }
	/** The text of an act on a key, behind its entry in the public record. */
	key_act: { entry: string; subject: string; content: string; salt: Uint8Array }
}

/** The database, which begins transactions. */
export type PeopleDatabase = Kysely<PeopleTables>
export type PeopleQueries = QueriesOf<PeopleTables>
export type PeopleTransaction = TransactionOf<PeopleTables>
