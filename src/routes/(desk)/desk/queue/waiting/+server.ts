import { countWaiting } from '#domains/cases/queue/server'
import { countUnseenReferrals } from '#server/desk/referrals/waiting'
import { whenIngested } from '#server/process/arrival'
import { getCaseDatabase } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** Numbers for a page that keeps watch: danger that nobody has seen, urgent referrals that nobody sees to, open cases. Asking does not keep a session alive. */
export const GET: RequestHandler = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await whenIngested()
	const referrals = await countUnseenReferrals(staff)
	return Response.json({ ...(await countWaiting(getCaseDatabase())), referrals })
}
