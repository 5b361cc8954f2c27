import { mayHoldKeys } from '#domains/people/keys'
import { setRoles } from '#domains/people/server'
import { removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { actOnAccount } from './act-on-account.ts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { accountRefusals, getOther, heldRoles, someone } from './someone.ts'

/** Gives and takes roles. Keys are for who reads reports: their wraps go with the role. */
export const setRolesAct = deskAction(
	{
		may: ['change', 'person', 'all'],
		isFresh: true,
		form: v.object({ ...someone, ...heldRoles }),
		refusals: accountRefusals,
		writes: ['people/roles'],
	},
	async ({ id, role }, { staff, event }) => {
		await getOther(event.url, id, staff.id)
		await actOnAccount('people/roles', async (trx) => ({
			by: staff.id,
			person: id,
			roles: role,
			answer: await setRoles(trx, id, role),
		}))
		if (!mayHoldKeys({ roles: role })) await removeWraps(readConfig().dataDir, [id])
		return { done: true as const }
	},
)
