import { countWaiting } from '#domains/cases/queue/server'
import { whenIngested } from '#server/process/arrival'
import { getCaseDatabase } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** Two numbers for a page that keeps watch: danger that nobody has seen, open cases. Asking does not keep a session alive. */
export const GET: RequestHandler = async (event) => {
	requireMay(event, 'list', 'case')
	await whenIngested()
	return Response.json(await countWaiting(getCaseDatabase()))
}
