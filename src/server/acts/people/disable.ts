import { setDisabled } from '#domains/people/server'
import { holdBackRoles } from '#domains/people/server/giving'
import { removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { actOnAccount } from './act-on-account.ts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { yesOrNo } from '../form-parts.ts'
import { accountRefusals, getOther, someone } from './someone.ts'

/** Closes an account, with its keys, or opens it again; roles that agree to acts of two then wait for another person. */
export const disableAct = deskAction(
	{
		may: ['disable', 'person', 'all'],
		isFresh: true,
		form: v.object({ ...someone, disabled: yesOrNo }),
		refusals: accountRefusals,
		writes: ['people/closed', 'people/reopened'],
	},
	async ({ id, disabled }, { staff, event }) => {
		await getOther(event.url, id, staff.id)
		await actOnAccount(disabled ? 'people/closed' : 'people/reopened', async (trx) => {
			const now = new Date()
			const held = disabled ? {} : await holdBackRoles(trx, { id, by: staff.id, now })
			return { by: staff.id, person: id, ...held, answer: await setDisabled(trx, id, disabled, now) }
		})
		if (disabled) await removeWraps(readConfig().dataDir, [id])
		return { done: true as const }
	},
)
