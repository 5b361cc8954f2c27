import type { Kysely } from 'kysely'
import type { QueriesOf, TransactionOf } from '#platform'
import type { FamilyId } from '../families.ts'

/** Why a period has no numbers, or where it stands. */
export type LedgerOutcome = 'counting' | 'released' | 'key-lost'

export type CountingTables = {
	/** A period that is still counted: its cells, sealed, always of one size. */
	counter_state: {
		period: string
		/** Names of the cells in their order, fixed at birth: a list as JSON. */
		cells: string
		sealed: Buffer
	}
	/** Public: what was born when, with how much noise, and what became of it. Days are civil days. */
	privacy_ledger: {
		family: FamilyId
		period: string
		/** Scale of the noise, and units by which one act can move the family: epsilon = moved / t. */
		t: number
		moved: number
		cells: number
		born: string
		ended: string | null
		outcome: LedgerOutcome
		/** Hours of the period in which some process counted. */
		hours: number | null
		method: string
	}
	/** Cells as they were released, never changed. */
	counted: { period: string; cell: string; value: number }
}
export type CountingDatabase = Kysely<CountingTables>
export type CountingQueries = QueriesOf<CountingTables>
export type CountingTransaction = TransactionOf<CountingTables>
