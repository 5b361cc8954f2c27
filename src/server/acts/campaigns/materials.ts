import { makeMaterials } from '#domains/programme/campaigns/materials/server'
import { shelf } from '#server/desk/campaigns/campaign-desk'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { campaignRefusals } from './refusals.ts'

/** Makes the materials of a campaign from one of our pages. */
export const makeMaterialsAct = deskAction(
	{
		may: ['write', 'material'],
		form: v.object({ source: v.pipe(v.string(), v.regex(/^[a-z]+(?:\/[a-z0-9-]{1,60}){1,2}$/u)) }),
		refusals: campaignRefusals,
		writes: ['campaign/written'],
	},
	async ({ source }, { staff, event }) => {
		const asked = { id: event.params['id'] ?? '', source, shelf }
		return { materials: await makeMaterials(getDatabase().kysely, asked, { person: staff, now: new Date() }) }
	},
)
