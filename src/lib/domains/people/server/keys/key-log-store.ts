/** Keys against the acts that wrote them down: a hand in the database that puts its own key among those of the desk has left no act. */
import { sql } from 'kysely'
import type { PeopleQueries } from '../people-tables.ts'

/** Ids of people whose key, as it stands now, no act of theirs has written down. */
const listUnrecorded = async (db: PeopleQueries): Promise<string[]> => {
	const { rows } = await sql<{ person: string }>`select user_id as person from staff_key
		where not exists (select from act_record
			where content like '{"act":"key/own-kept",%'
				and content::jsonb ->> 'by' = user_id::text
				and content::jsonb -> 'what' ->> 'recipient' = recipient
				and content::jsonb -> 'what' ->> 'signingKey' = signing_key)
		order by user_id`.execute(db)
	return rows.map(({ person }) => person)
}

/** The first person whose key was put there by somebody else, in words; `undefined` when each stands in the record. */
export const findForeignKey = async (db: PeopleQueries): Promise<string | undefined> => {
	const people = await listUnrecorded(db)
	return people.length === 0
		? undefined
		: `key of ${people[0]}: no act of this person has written it down; ${people.length} such keys: somebody else put them there, or they are older than November 2026 and have to be kept anew (My key)`
}
