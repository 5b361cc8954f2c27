import { toReference } from '#domains/cases'
import { acknowledgeDossier } from '#domains/leaving/server'
import { getDesk } from '#server/desk/case-desk'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'

/** Notes that the token on a dossier came back: whoever got it has it. */
export const acknowledgeAct = deskAction(
	{
		may: ['read', 'dossier'],
		form: v.object({ token: v.string() }),
		refusals: caseRefusals,
		writes: ['case/acknowledged'],
	},
	async ({ token }, { staff }) => {
		const id = await acknowledgeDossier(getDesk(), token.slice(0, 60), staff)
		return id === undefined ? { isUnknown: true as const } : { arrived: toReference(id) }
	},
)
