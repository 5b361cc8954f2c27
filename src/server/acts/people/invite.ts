import { languages } from '#base'
import { addPerson, invite } from '#domains/people/server'
import { giveRoles } from '#domains/people/server/giving'
import { actOnAccount } from './act-on-account.ts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { accountRefusals, heldRoles, toInvitation } from './someone.ts'

/** Makes an account and the address at which its person enrols. Roles that agree to acts of two wait until another person has agreed. */
export const inviteAct = deskAction(
	{
		may: ['invite', 'person', 'all'],
		isFresh: true,
		form: v.object({ name: v.string(), language: v.picklist(languages), ...heldRoles }),
		refusals: accountRefusals,
		keeps: ['name'],
		writes: ['people/invited'],
	},
	async ({ name, language, role, region }, { staff, event }) => {
		const token = await actOnAccount('people/invited', async (trx) => {
			const now = new Date()
			const person = await addPerson(trx, { name, roles: [], language }, now)
			const given = await giveRoles(trx, { id: person, by: staff.id, now }, { roles: role, region })
			return { by: staff.id, person, ...given, region, answer: await invite(trx, person, now) }
		})
		return toInvitation(event.url, name, token)
	},
)
