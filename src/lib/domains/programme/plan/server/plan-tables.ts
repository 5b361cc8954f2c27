import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Language } from '#base'
import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { PeopleTables } from '#domains/people/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { Action, Evidence, Party, Realisation } from '../plan.ts'

type Time = ColumnType<Date, Date, Date>
type Json<Of> = ColumnType<Of, string, string>

/** A text that people write: one column a language, `title_ar`, empty where nothing was written. */
type Texts<Name extends string> = Record<`${Name}_${Language}`, string>

type NoteOf = { id: string; action: string; by: string | null }

/** Each field that changed: what it was, and what it is. */
export type Patch = Readonly<Record<string, readonly [was: string, is: string]>>

/** An action of a version. */
export type PlanItem = { id: string; version: number }

/** The plan as the desk keeps it. Days (`date`) come from the driver as `2026-11-29`. */
export type PlanTables = {
	plan_party: Texts<'name'> & { id: string; kind: Party['kind']; region: string | null }
	plan_initiative: Texts<'title'> & { id: string; ordinal: number; source: string }
	plan_action: Texts<'title'> &
		Texts<'reason'> & {
			id: string
			initiative: string
			promise: string
			promise_language: string
			owner: string | null
			audiences: string
			region: string | null
			promised_on: string | null
			due_first: string | null
			due_now: string | null
			begun_on: string | null
			ended_on: string | null
			state: Action['state']
			source: string
			is_demonstration: boolean
			made_by: string | null
			changed_on: string
			version: number
			published_version: number | null
		}
	plan_need: { action: string; needs: string }
	plan_realisation: Texts<'title'> &
		Texts<'note'> & {
			id: string
			action: string
			done_on: string
			state: Realisation['state']
		}
	plan_evidence: Texts<'note'> & {
		id: string
		action: string
		realisation: string | null
		place: number
		kind: Evidence['kind']
		reference: string
		seen_on: string | null
		confidence: Evidence['confidence']
		is_independent: boolean
	}
	/** `closed_on`: day on which somebody closed it, with the reason. */
	plan_risk: NoteOf & {
		risk: string
		owner: string | null
		due: string | null
		closed_on: string | null
		closed_reason: string | null
	}
	plan_decision: NoteOf & { decision: string; decided_on: string }
	plan_budget: NoteOf & {
		line: string
		currency: string
		minor_units: number
		source: string
		is_public: boolean
	}
	plan_change: {
		id: Generated<number>
		action: string
		thing: string
		kind: 'write' | 'beside' | 'settled' | 'import' | 'seed' | 'note'
		version: number
		patch: Json<Patch>
		settles: number | null
		by: string | null
		at: Time
	}
	plan_publication: {
		id: string
		items: Json<readonly PlanItem[]>
		digest: string
		state: 'asked' | 'published' | 'refused'
		first: string
		second: string | null
		at: Time
	}
	plan_published: { action: string; version: number; body: Json<Action>; publication: string | null }
	plan_import: { id: string; by: string; at: Time; rows: Json<readonly Readonly<Record<string, string>>[]> }
}

/** Each act is written down, and a second person looked up, in the same transaction. */
type Joined = PlanTables & ActTables & ApprovalTables & PeopleTables

export type PlanDatabase = Kysely<Joined>
export type PlanQueries = QueriesOf<PlanTables>
export type PlanTransaction = TransactionOf<Joined>

/** Context of every act on the plan. */
export type PlanDesk = { db: PlanDatabase; now: () => Date }
