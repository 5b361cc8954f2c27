/** The second person: agrees to roles that somebody else has given to a third, or says no. */
import { AppError } from '#base'
import { getSecondFrom, isSecondPerson } from '../../four-eyes.ts'
import { may } from '../../permission.ts'
import type { Person } from '../../person.ts'
import { isStaffRole, type StaffRole } from '../../role.ts'
import { checkRoles, findPerson, writeRoles } from '../accounts/person-store.ts'
import type { PeopleQueries, PeopleTransaction } from '../people-tables.ts'
import { lockPerson } from './lock-person.ts'

/** Roles that wait for a second person. `person`: who gets them; `region`: of those of the programme, none: the country. */
export type RoleAsk = {
	id: string
	person: string
	roles: StaffRole[]
	region: string | undefined
	askedBy: string
	askedAt: Date
}

/** Everything that waits, the oldest first. */
export const listRoleAsks = async (db: PeopleQueries): Promise<RoleAsk[]> => {
	const rows = await db.selectFrom('staff_role_ask').selectAll().orderBy('asked_at').orderBy('id').execute()
	return rows.map((row) => ({
		id: row.id,
		person: row.user_id,
		roles: row.roles.filter(isStaffRole),
		region: row.region ?? undefined,
		askedBy: row.asked_by,
		askedAt: row.asked_at,
	}))
}

const getLocked = async (trx: PeopleTransaction, id: string): Promise<RoleAsk> => {
	const find = async () => (await listRoleAsks(trx)).find((one) => one.id === id)
	const named = await find()
	if (named) await lockPerson(trx, named.person)
	const asked = named && (await find())
	if (!asked)
		throw new AppError('people.nothing-waits', 409, 'agreeing to roles: nothing waits under this id')
	return asked
}

/** Neither who gave nor who gets, allowed to, enrolled long enough: read anew here, so that a role taken away a moment ago counts. */
const checkSecond = async (
	trx: PeopleTransaction,
	{ askedBy, person }: RoleAsk,
	{ id, wait, now }: { id: string; wait: number; now: Date },
): Promise<void> => {
	const [second, giver] = [await findPerson(trx, id), await findPerson(trx, askedBy)]
	const isGiver = giver && !giver.disabled && may(giver, 'change', 'person', 'all')
	const isSecond =
		second &&
		!second.disabled &&
		second.id !== person &&
		isSecondPerson('give-role', { id: askedBy }, second, 'all') &&
		!getSecondFrom(second.enrolledAt, wait, now)
	if (!isGiver || !isSecond)
		throw new AppError('approval.same-person', 403, 'agreeing to roles: it takes another person who may')
}

/** Their account is theirs by now: whoever could still take it over by an invitation gets no role with it. */
const checkEnrolled = async (trx: PeopleTransaction, id: string, now: Date) => {
	const person = await findPerson(trx, id)
	const open = await trx
		.selectFrom('staff_invitation')
		.select('user_id')
		.where('user_id', '=', id)
		.where('expires_at', '>', now)
		.executeTakeFirst()
	if (!person?.enrolled || person.disabled || open)
		throw new AppError('people.not-enrolled', 409, 'agreeing to roles: their person has not enrolled')
	return person
}

/**
 * Agrees as the second person, which gives the roles; or says no, which drops the question. Answer: what it was.
 *
 * @param decision - `wait`: how long, in milliseconds, somebody who has enrolled waits before they count
 * @throws AppError `people.nothing-waits`, `approval.same-person`, `people.not-enrolled`, `people.roles-conflict`
 */
export const decideRoleAsk = async (
	trx: PeopleTransaction,
	{ id, grants, wait }: { id: string; grants: boolean; wait: number },
	{ person, now }: { person: Pick<Person, 'id'>; now: Date },
): Promise<RoleAsk> => {
	const asked = await getLocked(trx, id)
	await checkSecond(trx, asked, { id: person.id, wait, now })
	await trx.deleteFrom('staff_role_ask').where('id', '=', id).execute()
	if (!grants) return asked
	const { roles, region } = await checkEnrolled(trx, asked.person, now)
	const held = [...new Set([...roles, ...asked.roles])]
	checkRoles(held)
	await writeRoles(trx, { id: asked.person, held, region: asked.region ?? region })
	return asked
}
