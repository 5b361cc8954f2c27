import { writeText } from '#domains/programme/campaigns/materials/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId, aNumber } from '../form-parts.ts'
import { campaignRefusals } from './refusals.ts'

/** Writes the text of an SMS, a caption or for the radio. */
export const writeTextAct = deskAction(
	{
		may: ['write', 'material'],
		form: v.object({ material: anId, version: aNumber, text: v.pipe(v.string(), v.maxLength(4000)) }),
		refusals: campaignRefusals,
		writes: ['campaign/written'],
	},
	async ({ material, version, text }, { staff }) => {
		const written = { id: material, version, text }
		await writeText(getDatabase().kysely, written, { person: staff, now: new Date() })
		return { written: material }
	},
)
