import type { ColumnType, Kysely } from 'kysely'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'

type Time = ColumnType<Date, Date, Date>

/** Request of one person that another must agree to. */
export type ApprovalTables = {
	approval: {
		id: string
		act: string
		subject: string
		/** SHA-256 of exactly what is asked for, in hex. */
		digest: string
		asked_by: string
		asked_at: Time
		decided_by: string | null
		decided_at: ColumnType<Date | null, Date | null, Date | null>
		state: 'asked' | 'granted' | 'refused' | 'withdrawn' | 'used'
	}
}

/** The person who agrees is looked up in the same transaction. */
type Joined = ApprovalTables & PeopleTables

export type ApprovalDatabase = Kysely<Joined>
export type ApprovalQueries = QueriesOf<ApprovalTables>
export type ApprovalTransaction = TransactionOf<Joined>
