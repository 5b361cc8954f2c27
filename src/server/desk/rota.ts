/** Offers free cases to people on duty. Runs after cases have come, and when somebody begins or ends a pause. */
import { shareOut } from '#domains/cases/queue/server'
import { may, type Person } from '#domains/people'
import { listPeople } from '#domains/people/server'
import { listRecipients } from '#domains/people/server/keys'
import { getDatabase } from '#server/process/database'
import { getDesk, getToday } from './case-desk.ts'
import { getDeskRules } from '#server/process/desk-rules'

/** True when a person can be on the rota: their work is to bring cases to an end. */
export const isForRota = (person: Pick<Person, 'roles'> & { disabled: boolean }): boolean =>
	!person.disabled && may(person, 'classify', 'case', 'assigned')

/** Everyone who could take a case: on the rota by role, and with a key of their own to read it. */
const listAble = async (): Promise<ReadonlySet<string>> => {
	const db = getDatabase().kysely
	const keys = await listRecipients(db)
	return new Set(
		(await listPeople(db)).filter((person) => isForRota(person) && keys.has(person.id)).map(({ id }) => id),
	)
}

/** Milliseconds between two rounds that nothing has asked for: duty begins and ends, limits come near. */
const round = 10_000
let last = 0

/** Shares out; not again within ten seconds unless `isNeeded`: something has happened that changes who is offered what. */
export const shareOutCases = async (isNeeded: boolean): Promise<void> => {
	if (!isNeeded && Date.now() - last < round) return
	last = Date.now()
	const policy = getDeskRules().exposure
	await shareOut(getDesk(), { able: await listAble(), day: getToday(), policy })
}
