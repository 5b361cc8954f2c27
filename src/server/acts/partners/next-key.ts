import { getPartnerChannel } from '#server/process/exchange'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'

/** Makes the next key of ours for partners: published at once, used once partners had time to compare it. */
export const nextKeyAct = deskAction(
	{
		may: ['verify', 'partner', 'all'],
		isFresh: true,
		form: v.object({ use: v.picklist(['sign', 'seal']) }),
		refusals: ['exchange.key-waiting', 'exchange.key-missing'],
		writes: ['exchange/key-made'],
	},
	async ({ use }, { staff }) => {
		await getPartnerChannel().keys.rotate(use, staff.id)
		return { done: true as const }
	},
)
