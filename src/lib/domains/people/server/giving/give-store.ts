/** Giving roles: at once what agrees to nothing, the rest once a second person has agreed. */
import { randomUUID } from 'node:crypto'
import { AppError, toHour } from '#base'
import { canAgree, partRoles } from '../../giving.ts'
import { isOfProgramme, type StaffRole } from '../../role.ts'
import { checkRoles, findPerson, setRoles, type PersonRecord } from '../accounts/person-store.ts'
import type { PeopleTransaction } from '../people-tables.ts'
import { lockPerson } from './lock-person.ts'

/** `by`: who gives. */
type Giving = { id: string; by: string; now: Date }

/** The outcome: roles that count, and roles that wait. */
export type Given = { roles: StaffRole[]; waits: StaffRole[] }

const getPerson = async (trx: PeopleTransaction, id: string): Promise<PersonRecord> => {
	await lockPerson(trx, id)
	const person = await findPerson(trx, id)
	if (!person) throw new AppError('people.nobody', 404, 'giving roles: there is no account of this id')
	return person
}

const forgetAsk = (trx: PeopleTransaction, id: string) =>
	trx.deleteFrom('staff_role_ask').where('user_id', '=', id).execute()

const ask = async (
	trx: PeopleTransaction,
	{ id, by, now }: Giving,
	{ roles, region }: { roles: readonly StaffRole[]; region: string | undefined },
): Promise<void> => {
	await forgetAsk(trx, id)
	if (roles.length === 0) return
	const reach = isOfProgramme({ roles }) ? region : undefined
	await trx
		.insertInto('staff_role_ask')
		.values({
			id: randomUUID(),
			user_id: id,
			roles: JSON.stringify(roles),
			region: reach ?? null,
			asked_by: by,
			asked_at: toHour(now),
		})
		.execute()
}

/**
 * Gives a person these roles and no other: those that they hold and those that agree to nothing count at once, for the rest a second person is
 * asked. An older question about this person is void. Sessions end, as {@link setRoles} ends them.
 *
 * @throws AppError `people.nobody`, `people.roles-conflict`, `people.last-supervisor`
 */
export const giveRoles = async (
	trx: PeopleTransaction,
	giving: Giving,
	wanted: { roles: readonly StaffRole[]; region?: string | undefined },
): Promise<Given> => {
	const person = await getPerson(trx, giving.id)
	checkRoles(wanted.roles)
	const { now, waits } = partRoles(person, wanted)
	await setRoles(trx, { id: person.id, held: now, region: wanted.region })
	await ask(trx, giving, { roles: waits, region: wanted.region })
	return { roles: now, waits }
}

/**
 * Takes the roles that agree back until a second person agrees again: somebody may become this person (an invitation), or has become free to act
 * again (an account that is opened). Where none is held, a question that waits stays as it is.
 *
 * @throws AppError `people.nobody`, `people.last-supervisor`
 */
export const holdBackRoles = async (trx: PeopleTransaction, giving: Giving): Promise<Given> => {
	const { id, roles, region } = await getPerson(trx, giving.id)
	const waits = roles.filter(canAgree)
	if (waits.length === 0) return { roles, waits }
	const kept = roles.filter((role) => !canAgree(role))
	await setRoles(trx, { id, held: kept, region })
	await ask(trx, giving, { roles: waits, region })
	return { roles: kept, waits }
}
