import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { PeopleTables } from '#domains/people/server'
import type { ReportTables } from '#domains/reports/server'
import type { WellbeingTables } from '#domains/wellbeing/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { StepKind } from '#domains/acts'
import type { TokenKind } from '../cluster/index.ts'

type Time = ColumnType<Date, Date, Date>

/** Tables of cases. Ids of persons and reports are of other rooms. */
export type CaseTables = {
	desk_case: {
		id: string
		status: string
		category: string | null
		reason: string | null
		lane: 'danger' | 'normal'
		assignee: string | null
		supervisor: string | null
		cluster: string | null
		/** Language of its answers, once a person has set it. */
		language: string | null
		opened: Time
		changed: Time
		/** Grows by one with each change: who has read an older one cannot write over a newer one. */
		version: number
	}
	case_report: { report: string; case_id: string; epoch: string }
	case_step: {
		id: string
		case_id: string
		kind: StepKind
		status: string | null
		reason: string | null
		by: string | null
		at: Time
		/** Counts from 1 within a case. */
		place: number
	}
	case_clock: {
		id: string
		case_id: string
		clock: string
		started: Time
		due: Time
		ended: ColumnType<Date | null, Date | null, Date | null>
	}
	case_note: { id: string; case_id: string; epoch: string; sealed: Uint8Array; by: string; at: Time }
	/** `index_key`: id of the key that it was made with, `null` when nobody knows. */
	case_token: { case_id: string; kind: TokenKind; token: Uint8Array; index_key: string | null }
	case_check: { case_id: string; item: string; by: string }
	/** Placed and lifted by `retention`; the queue shows it. */
	hold: { case_id: string; reason_sealed: Uint8Array; placed_by: string; approved_by: string; at: Time }
	/** Written by `leaving`; it goes with its case. */
	dossier: {
		id: string
		case_id: string
		manifest: string
		token_hash: string
		approval: string
		by: string
		at: Time
		handed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
		received_at: ColumnType<Date | null, Date | null, Date | null>
	}
	/** Written by `retention`, one for each epoch that has ended. */
	erasure: { epoch: string; certificate: string; entry: string; salt: Uint8Array; at: Time }
	/** Remains of erased cases: how many there were of a kind in a month. Who wrote is counted here from the start. */
	desk_count: { month: string; kind: string; grouped: string; count: number }
	/** Figures of a quarter as they were published; `kind`: of a real desk or of a trial; those of the exchange stand apart. */
	published_figures: {
		kind: 'live' | 'demonstration' | 'exchange-live' | 'exchange-demonstration'
		quarter: string
		content: string
		at: Time
	}
}

/** Cases use agreements, days and duties, look into the accounts of people and keep their word to reporters in the same transaction. */
type Joined = CaseTables & ActTables & ApprovalTables & WellbeingTables & PeopleTables & ReportTables

/** The database, which begins transactions. */
export type CaseDatabase = Kysely<Joined>
export type CaseQueries = QueriesOf<Joined>
export type CaseTransaction = TransactionOf<Joined>
