import { AppError } from '#base'
import { invite } from '#domains/people/server'
import { holdBackRoles } from '#domains/people/server/giving'
import { actOnAccount } from './act-on-account.ts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { accountRefusals, getOther, someone, toInvitation } from './someone.ts'

/**
 * Makes a new address for who has lost theirs, or every way to sign in. Whoever makes it could use it: roles that agree to acts of two are held
 * back until another person agrees again.
 */
export const inviteAgainAct = deskAction(
	{
		may: ['invite', 'person', 'all'],
		isFresh: true,
		form: v.object(someone),
		refusals: accountRefusals,
		writes: ['people/invited-again'],
	},
	async ({ id }, { staff, event }) => {
		const { name, disabled } = await getOther(event.url, id, staff.id)
		if (disabled) throw new AppError('people.nobody', 404, 'inviting again: the account is closed')
		const token = await actOnAccount('people/invited-again', async (trx) => {
			const now = new Date()
			const held = await holdBackRoles(trx, { id, by: staff.id, now })
			return { by: staff.id, person: id, ...held, answer: await invite(trx, id, now) }
		})
		return toInvitation(event.url, name, token)
	},
)
