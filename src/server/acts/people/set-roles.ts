import { mayHoldKeys } from '#domains/people/keys'
import { giveRoles } from '#domains/people/server/giving'
import { removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { actOnAccount } from './act-on-account.ts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { accountRefusals, getOther, heldRoles, someone } from './someone.ts'

/** Takes roles, and gives those that agree to nothing; for the others a second person is asked. Keys are for who reads reports: their wraps go with the role. */
export const setRolesAct = deskAction(
	{
		may: ['change', 'person', 'all'],
		isFresh: true,
		form: v.object({ ...someone, ...heldRoles }),
		refusals: accountRefusals,
		writes: ['people/roles'],
	},
	async ({ id, role, region }, { staff, event }) => {
		await getOther(event.url, id, staff.id)
		const held = await actOnAccount('people/roles', async (trx) => {
			const given = await giveRoles(trx, { id, by: staff.id, now: new Date() }, { roles: role, region })
			return { by: staff.id, person: id, ...given, region, answer: given.roles }
		})
		if (!mayHoldKeys({ roles: held })) await removeWraps(readConfig().dataDir, [id])
		return { done: true as const }
	},
)
