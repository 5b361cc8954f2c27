import { withdrawReasons } from '#domains/exchange/indicators'
import { withdrawIndicator } from '#domains/exchange/indicators/proposals/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { indicatorRefusals } from './refusals.ts'

/** Withdraws one indicator from everywhere, at once: it blocks nothing more, so nobody else is needed and no session has to be new. */
export const withdrawAct = deskAction(
	{
		may: ['write', 'indicator'],
		form: v.object({ id: anId, reason: v.picklist(withdrawReasons) }),
		refusals: indicatorRefusals,
		writes: ['indicator/withdrawn'],
	},
	async (form, { staff }) => {
		await withdrawIndicator(getDatabase().kysely, { ...form, by: staff.id, now: new Date() })
		return { done: true as const }
	},
)
