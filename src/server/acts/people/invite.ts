import { languages } from '#base'
import { addPerson, invite } from '#domains/people/server'
import { actOnAccount } from './act-on-account.ts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { accountRefusals, heldRoles, toInvitation } from './someone.ts'

/** Makes an account and the address at which its person enrols. */
export const inviteAct = deskAction(
	{
		may: ['invite', 'person', 'all'],
		isFresh: true,
		form: v.object({ name: v.string(), language: v.picklist(languages), ...heldRoles }),
		refusals: accountRefusals,
		keeps: ['name'],
		writes: ['people/invited'],
	},
	async ({ name, language, role }, { staff, event }) => {
		const token = await actOnAccount('people/invited', async (trx) => {
			const person = await addPerson(trx, { name, roles: role, language }, new Date())
			return { by: staff.id, person, roles: role, answer: await invite(trx, person, new Date()) }
		})
		return toInvitation(event.url, name, token)
	},
)
