import { makeCampaign } from '#domains/programme/campaigns/server'
import { getDatabase } from '#server/process/database'
import { redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { campaignFields, toDraft } from './campaign-parts.ts'
import { campaignRefusals } from './refusals.ts'

const form = v.object({
	...campaignFields,
	region: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(?:MA-\d{2})?$/u),
		v.transform((code) => (code === '' ? undefined : code)),
	),
})

/** Makes a campaign; ends on its page. */
export const makeCampaignAct = deskAction(
	{
		may: ['write', 'campaign'],
		form,
		refusals: campaignRefusals,
		keeps: ['title', 'from', 'until'],
		writes: ['campaign/made'],
	},
	async ({ region, ...fields }, { staff }) => {
		const draft = { ...toDraft(fields), region }
		const id = await makeCampaign(getDatabase().kysely, draft, { person: staff, now: new Date() })
		redirect(303, `/desk/campaigns/${id}`)
	},
)
