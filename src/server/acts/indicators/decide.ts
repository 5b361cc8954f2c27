import { decideBatch } from '#domains/exchange/indicators/proposals/server'
import { getSecondWait } from '#server/desk/second'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId, yesOrNo } from '../form-parts.ts'
import { indicatorRefusals } from './refusals.ts'

/** Agrees to a batch as the second person, which publishes it; or says no. */
export const decideIndicatorsAct = deskAction(
	{
		may: ['approve', 'indicator'],
		isFresh: true,
		form: v.object({ batch: anId, grants: yesOrNo }),
		refusals: indicatorRefusals,
		writes: ['approval/granted', 'approval/refused', 'indicator/published'],
	},
	async (decision, { staff }) => {
		const wait = await getSecondWait()
		await decideBatch(getDatabase().kysely, { ...decision, wait }, { person: staff, now: new Date() })
		return decision.grants ? { published: true as const } : { done: true as const }
	},
)
