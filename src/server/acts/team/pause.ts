import { minute } from '#base'
import { setPause } from '#domains/wellbeing/rota/server'
import { getCaseDatabase } from '#server/desk/case-desk'
import { shareOutCases } from '#server/desk/rota'
import { getDeskRules } from '#server/process/desk-rules'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'

/** A person's own pause begins, or ends early: the rota spares who pauses. It ends by itself, and is no record of anything. */
export const pauseAct = deskEndpoint(
	{ may: ['read', 'exposure', 'own'], body: v.strictObject({ isPausing: v.boolean() }), refusals: [] },
	async ({ isPausing }, { staff }) => {
		const until = new Date(Date.now() + getDeskRules().exposure.pause * minute)
		await setPause(getCaseDatabase(), staff.id, isPausing ? until : undefined)
		await shareOutCases(true)
		return {}
	},
)
