/** Parts that acts on accounts share: whose account it is, and what is refused. */
import { AppError } from '#base'
import { roles } from '#domains/people'
import { findPerson, type PersonRecord } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import { anId, someOf } from '../form-parts.ts'

/** Refusals that the page of accounts has words for. */
export const accountRefusals = [
	'people.name-wrong',
	'people.name-taken',
	'people.roles-conflict',
	'people.last-supervisor',
	'people.nobody',
] as const

export const someone = { id: anId }
export const heldRoles = { role: someOf(roles) }

/** The account of somebody else: nobody acts on their own. @throws AppError `people.nobody` */
export const getOther = async (url: URL, id: string, myId: string): Promise<PersonRecord> => {
	const person = id === myId ? undefined : await findPerson((await getPeople(url)).db, id)
	if (!person) throw new AppError('people.nobody', 404, 'changing an account: there is none of this id')
	return person
}

/** An invitation as its page shows it, once. */
export const toInvitation = async (url: URL, name: string, token: string) => ({
	invited: { name, address: `${(await getPeople(url)).origin}/desk/enrol/${token}` },
})
