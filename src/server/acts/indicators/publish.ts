import { publishBatch } from '#domains/exchange/indicators/proposals/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { indicatorRefusals } from './refusals.ts'

/** Publishes a batch that a second person has agreed to elsewhere, on the page of all questions. */
export const publishAct = deskAction(
	{
		may: ['write', 'indicator'],
		isFresh: true,
		form: v.object({ batch: anId }),
		refusals: indicatorRefusals,
		writes: ['indicator/published'],
	},
	async ({ batch }) => {
		await publishBatch(getDatabase().kysely, batch, new Date())
		return { published: true as const }
	},
)
