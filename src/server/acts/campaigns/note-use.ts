import { noteUse } from '#domains/programme/campaigns/materials/server'
import { campaignPlaces } from '#server/desk/campaigns/campaign-desk'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aDay, anId, aNumber } from '../form-parts.ts'
import { campaignRefusals } from './refusals.ts'

const form = v.object({
	material: anId,
	place: v.pipe(v.string(), v.regex(/^MA(?:-[0-9A-Z]{2,3})?$/u)),
	day: aDay,
	copies: aNumber,
})

/** Notes what was used where. */
export const noteUseAct = deskAction(
	{ may: ['write', 'material'], form, refusals: campaignRefusals, writes: ['campaign/used'] },
	async (use, { staff }) => {
		await noteUse(getDatabase().kysely, { use, places: campaignPlaces }, { person: staff, now: new Date() })
		return { done: true as const }
	},
)
