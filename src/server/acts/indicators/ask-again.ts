import { askForBatch } from '#domains/exchange/indicators/proposals/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { indicatorRefusals } from './refusals.ts'

/** Asks a second person once more, where the day of the first question is over. */
export const askAgainAct = deskAction(
	{
		may: ['write', 'indicator'],
		form: v.object({ batch: anId }),
		refusals: indicatorRefusals,
		writes: ['approval/asked'],
	},
	async ({ batch }, { staff }) => {
		await askForBatch(getDatabase().kysely, batch, { person: staff, now: new Date() })
		return { done: true as const }
	},
)
