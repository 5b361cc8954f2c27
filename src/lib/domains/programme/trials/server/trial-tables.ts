import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { Person } from '#domains/people'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { ColumnType, Kysely } from 'kysely'
import type { ProgrammeFigureTables } from '../../figures/server/index.ts'

type Time = ColumnType<Date, Date, Date>

/**
 * Tables of trials. `protocol`, `counts`, `report` and `tallies` are JSON; `tallies` of a result: the sheets that it was made of, `null` where nobody
 * kept them. `forms`: version of the forms on the day of the draw.
 */
export type TrialTables = {
	trial: {
		number: number
		state: string
		protocol: string
		protocol_hash: string
		region: string | null
		registered_by: string
		registered_at: Time
		approved_by: string | null
		approved_at: Date | null
		stop_reason: string | null
		stop_asked_by: string | null
		stop_agreed_by: string | null
	}
	trial_class: { trial: number; label: string; stratum: string; has_lesson: boolean | null }
	trial_draw: {
		trial: number
		secret: Uint8Array
		commitment: string
		list_hash: string
		listed_at: Time
		value: string | null
		drawn_at: Date | null
		forms: number | null
	}
	trial_tally: { trial: number; label: string; moment: string; outcome: string; counts: string }
	trial_result: {
		trial: number
		version: number
		report: string
		tallies: string | null
		reason: string | null
		reported_by: string
		reported_at: Time
		approved_by: string | null
		approved_at: Date | null
	}
}

/** The number of a study is published in the same transaction. */
type Joined = TrialTables & ProgrammeFigureTables & ApprovalTables & PeopleTables & ActTables

export type TrialQueries = QueriesOf<Joined>
export type TrialTransaction = TransactionOf<Joined>

/** Context of every act on a trial; `forms`: the forms as they are printed today. */
export type TrialDesk = {
	db: Kysely<Joined>
	now: () => Date
	forms: () => { version: number; validated: boolean }
}

/** Whoever acts. `isSecond`: has been enrolled for long enough to count as a second person. */
export type TrialActor = Person & { isSecond?: boolean }
