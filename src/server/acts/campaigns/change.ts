import { changeCampaign } from '#domains/programme/campaigns/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aNumber } from '../form-parts.ts'
import { campaignFields, toDraft } from './campaign-parts.ts'
import { campaignRefusals } from './refusals.ts'

/** Changes a campaign, as it was read. */
export const changeCampaignAct = deskAction(
	{
		may: ['write', 'campaign'],
		form: v.object({ ...campaignFields, version: aNumber }),
		refusals: campaignRefusals,
		writes: ['campaign/changed'],
	},
	async ({ version, ...fields }, { staff, event }) => {
		const change = { id: event.params['id'] ?? '', version, draft: toDraft(fields) }
		await changeCampaign(getDatabase().kysely, change, { person: staff, now: new Date() })
		return { done: true as const }
	},
)
