import { movePartner } from '#domains/exchange/partners/agreement/server'
import { getDirectory } from '#server/desk/partners/directory'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { getPartnerId } from './partner-parts.ts'

/** Makes a partner active, suspends it or ends it. */
export const movePartnerAct = deskAction(
	{
		may: ['write', 'partner', 'all'],
		isFresh: true,
		form: v.object({ to: v.picklist(['active', 'suspended', 'ended']) }),
		refusals: ['partner.no-move', 'partner.not-ready'],
		writes: ['partner/state'],
	},
	async ({ to }, { staff, event }) => {
		await movePartner(await getDirectory(), { id: getPartnerId(event), to, by: staff.id })
		return { done: true as const }
	},
)
