import type { ColumnType, Kysely } from 'kysely'
import type { PeopleTables } from '#domains/people/server'
import type { ReportTables } from '#domains/reports/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { StepKind } from '../recorded-acts.ts'
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
		/** Of its answers, once a person has said so. */
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
	hold: { case_id: string; reason_sealed: Uint8Array; placed_by: string; approved_by: string; at: Time }
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
	erasure: { epoch: string; certificate: string; entry: string; salt: Uint8Array; at: Time }
	act_record: { entry: string; case_id: string | null; content: string; salt: Uint8Array }
	/** When a person is on duty, as JSON, and the languages of their answers, with spaces between. */
	rota_duty: { user_id: string; hours: string; languages: string }
	/** A pause that runs now; removed when it is over. */
	rota_pause: { user_id: string; until: Time }
	/** To whom a case is offered that nobody has taken yet. */
	rota_offer: { case_id: string; user_id: string }
	exposure: { user_id: string; day: string; minutes: number; items: number; severity: number }
	/** What is left of erased cases: how many there were of a kind in a month. Who wrote is counted here from the start. */
	desk_count: { month: string; kind: string; grouped: string; count: number }
	/** Figures of a quarter as they were published; `kind`: of a real desk or of a trial. */
	published_figures: { kind: 'live' | 'demonstration'; quarter: string; content: string; at: Time }
}

/** Cases look into the accounts of people and keep their word to reporters in the same transaction. */
type Joined = CaseTables & PeopleTables & ReportTables

/** The database, which begins transactions. */
export type CaseDatabase = Kysely<Joined>
export type CaseQueries = QueriesOf<Joined>
export type CaseTransaction = TransactionOf<Joined>
