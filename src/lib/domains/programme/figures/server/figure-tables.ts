import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { Value } from '../figure.ts'

type Time = ColumnType<Date, Date, Date>
type State = Value['status']

/** Published numbers, errata, targets, and what waits for a second person. Days (`date`) come from the driver as `2026-11-29`. */
export type ProgrammeFigureTables = {
	programme_figure: {
		indicator: string
		place: string
		period: string
		n: number | null
		status: State
		value: number | null
		low: number | null
		high: number | null
		method: string
		published_at: Time
		by: string | null
		second: string | null
	}
	/** `was_*`: the number that was struck; `is_*`: the one beside it. */
	programme_erratum: {
		id: string
		indicator: string
		place: string
		period: string
		life: number
		was_status: State
		was_value: number | null
		was_low: number | null
		was_high: number | null
		is_status: State
		is_value: number | null
		is_low: number | null
		is_high: number | null
		reason_ar: string
		reason_fr: string
		first: string
		second: string
		at: Time
		entry: string
	}
	programme_target: {
		id: string
		indicator: string
		place: string
		period: string
		value: number
		agreed_on: string
		replaces: string | null
		by: string
	}
	/** `content`: canonical JSON of exactly what the second person agrees to. */
	programme_proposal: {
		id: string
		kind: 'figures' | 'erratum'
		region: string | null
		content: string
		digest: string
		by: string
		at: Time
		state: 'waiting' | 'published' | 'refused'
	}
}

/** Approvals and acts are written in the same transaction. */
type Joined = ProgrammeFigureTables & ApprovalTables & ActTables & PeopleTables

export type FigureDatabase = Kysely<Joined>
export type FigureQueries = QueriesOf<Joined>
export type FigureTransaction = TransactionOf<Joined>
