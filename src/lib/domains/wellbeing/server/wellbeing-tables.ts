import type { ColumnType, Kysely } from 'kysely'
import type { QueriesOf } from '#platform'

type Time = ColumnType<Date, Date, Date>

/** Days of people, when they are on duty, when they pause. Ids of persons are of another room. */
export type WellbeingTables = {
	/** Hours of duty of a person as JSON, and the languages of their answers, with spaces between. */
	rota_duty: { user_id: string; hours: string; languages: string }
	/** A pause that runs now; removed when it is over. */
	rota_pause: { user_id: string; until: Time }
	/** To whom a case is offered that nobody has taken yet. */
	rota_offer: { case_id: string; user_id: string }
	exposure: { user_id: string; day: string; minutes: number; items: number; severity: number }
}

export type WellbeingDatabase = Kysely<WellbeingTables>
export type WellbeingQueries = QueriesOf<WellbeingTables>
