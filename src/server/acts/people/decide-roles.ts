import { decideRoleAsk } from '#domains/people/server/giving'
import { getSecondWait } from '#server/desk/second'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId, yesOrNo } from '../form-parts.ts'
import { actOnAccount } from './act-on-account.ts'
import { accountRefusals } from './someone.ts'

/** Agrees to roles that somebody else has given to a third person, or says no. */
export const decideRolesAct = deskAction(
	{
		may: ['agree', 'person', 'all'],
		isFresh: true,
		form: v.object({ ask: anId, grants: yesOrNo }),
		refusals: accountRefusals,
		writes: ['people/roles-agreed', 'people/roles-refused'],
	},
	async ({ ask, grants }, { staff }) => {
		const wait = await getSecondWait()
		await actOnAccount(grants ? 'people/roles-agreed' : 'people/roles-refused', async (trx) => {
			const by = { person: staff, now: new Date() }
			const { person, roles, region, askedBy } = await decideRoleAsk(trx, { id: ask, grants, wait }, by)
			return { by: staff.id, person, roles, region, askedBy, answer: undefined }
		})
		return { done: true as const }
	},
)
