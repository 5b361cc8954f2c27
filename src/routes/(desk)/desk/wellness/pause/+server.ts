import { minute } from '#base'
import { setPause } from '#domains/wellbeing/rota/server'
import * as v from 'valibot'
import { getCaseDatabase, readJson, wrongForm } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { shareOutCases } from '#server/desk/rota'
import { getDeskRules } from '#server/process/desk-rules'
import type { RequestHandler } from './$types'

const body = v.strictObject({ isPausing: v.boolean() })

/** A person's own pause begins, or ends early: the rota spares who pauses. It ends by itself, and is no record of anything. */
export const POST: RequestHandler = async (event) => {
	const staff = requireMay(event, 'read', 'exposure', 'own')
	const given = v.safeParse(body, await readJson(event.request))
	if (!given.success) return wrongForm()
	const until = new Date(Date.now() + getDeskRules().exposure.pause * minute)
	await setPause(getCaseDatabase(), staff.id, given.output.isPausing ? until : undefined)
	await shareOutCases(true)
	return Response.json({})
}
