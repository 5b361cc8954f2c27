/** Parts that acts on accounts share: whose account it is, and what is refused. */
import { AppError } from '#base'
import { library } from '#domains/guide/server'
import { roles } from '#domains/people'
import { findPerson, type PersonRecord } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { anId, someOf } from '../form-parts.ts'

/** Refusals that the page of accounts has words for. */
export const accountRefusals = [
	'people.name-wrong',
	'people.name-taken',
	'people.roles-conflict',
	'people.last-supervisor',
	'people.nobody',
	'people.nothing-waits',
	'people.not-enrolled',
	'approval.same-person',
] as const

export const someone = { id: anId }
const regionCodes = library.regions.map(({ code }) => code)

/** Roles, and the region of those of the programme; left empty for the country. */
export const heldRoles = {
	role: someOf(roles),
	region: v.pipe(
		v.optional(v.picklist(['', ...regionCodes]), ''),
		v.transform((region) => region || undefined),
	),
}

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
