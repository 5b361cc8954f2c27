import { noteExposure } from '#domains/wellbeing/server'
import { getCaseDatabase, getToday, getTodaysExposure } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** One minute of reading more for the person's own meter; answers the day so far. */
export const POST: RequestHandler = async (event) => {
	const staff = requireMay(event, 'read', 'exposure', 'own')
	await noteExposure(getCaseDatabase(), staff.id, getToday(), { minutes: 1, items: 0, severity: 0 })
	return Response.json(await getTodaysExposure(staff.id))
}
