import { dismissOffer } from '#domains/exchange/indicators/proposals/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { indicatorRefusals } from './refusals.ts'

/** Sets aside what a partner has offered. */
export const dismissAct = deskAction(
	{ may: ['write', 'indicator'], form: v.object({ id: anId }), refusals: indicatorRefusals },
	async ({ id }) => {
		await dismissOffer(getDatabase().kysely, id, new Date())
		return { done: true as const }
	},
)
