import { retireCode } from '#domains/programme/campaigns/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { campaignRefusals } from './refusals.ts'

/** Takes a code out of use, for good. */
export const retireCodeAct = deskAction(
	{
		may: ['write', 'campaign'],
		form: v.object({ code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{6}$/u)) }),
		refusals: campaignRefusals,
		writes: ['campaign/retired'],
	},
	async ({ code }, { staff, event }) => {
		const retired = { id: event.params['id'] ?? '', code }
		await retireCode(getDatabase().kysely, retired, { person: staff, now: new Date() })
		return { done: true as const }
	},
)
