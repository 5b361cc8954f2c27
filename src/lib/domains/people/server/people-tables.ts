import type { ColumnType, Generated } from 'kysely'

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
	staff_passkey: { id: string; user_id: string; name: string | null; created_at: Date | null }
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
	staff_invitation: { user_id: string; hash: string; expires_at: Time }
}
