import type { ColumnType, Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { QueriesOf, TransactionOf } from '#platform'
import type { ProgrammePlace } from '../../places/index.ts'

type Time = ColumnType<Date, Date, Date>

/** Where an entry was written: at the desk, on a phone, carried by hand, in a form of another program. */
export type EntrySource = 'desk' | 'phone' | 'carried' | 'odk'

/** Sessions and what leads to them. Days (`date`) come from the driver as `2026-11-29`. */
export type SessionTables = {
	session_invitation: {
		id: string
		token_hash: string
		region: string | null
		made_by: string
		made: Time
		ends: Time
		uses_left: number
		note: string | null
		revoked: ColumnType<Date | null, Date | null, Date | null>
	}
	session_plan: {
		id: string
		region: string
		province: string
		setting: string
		audience: string
		language: string
		lesson: string | null
		day: string
		by: string
		dropped: boolean
	}
	programme_session: {
		id: string
		revision: number
		sha256: string
		state: 'held' | 'taken-back'
		region: string
		province: string
		setting: string
		held_on: string
		minutes: number
		audience: string
		language: string
		lesson: string | null
		dose: number
		series: string
		band: string
		card: boolean
		invitation: string | null
		trainer: string | null
		source: EntrySource
		received: Time
		look: 'none' | 'picked' | 'seen' | 'doubted'
		looked_by: string | null
		look_way: 'called' | 'visited' | 'papers' | null
		action: string | null
		trained_by: string | null
	}
	session_entry: {
		instance_id: string
		revision: number
		sha256: string
		content: string
		verdict: 'counted' | 'taken-back'
		source: EntrySource
		at: Time
	}
	session_rival: {
		instance_id: string
		revision: number
		sha256: string
		content: string
		source: EntrySource
		at: Time
		settled_by: string | null
	}
	session_tally: {
		session: string
		topic: string
		form: string
		moment: 'before' | 'after' | 'w8'
		sheets: number
		content: string
		by: string
		at: Time
	}
}

type Joined = SessionTables & ActTables

export type SessionDatabase = Kysely<Joined>
export type SessionQueries = QueriesOf<Joined>
export type SessionTransaction = TransactionOf<Joined>

/** Context of every act on a session. */
export type SessionDesk = {
	db: SessionDatabase
	now: () => Date
	places: readonly ProgrammePlace[]
	/** True for about one new session in fifty: a second person looks at it. */
	isPicked: () => boolean
}
