import { countWaiting } from '#domains/cases/queue/server'
import { may, type Person } from '#domains/people'
import { listUnseenReferrals } from '#domains/exchange/referrals/server'
import { getReferralDatabase } from '#server/desk/referrals/referral-desk'
import { whenIngested } from '#server/process/arrival'
import { getCaseDatabase } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** Of those that this person may see. */
const countReferrals = async (staff: Person): Promise<number> => {
	if (!may(staff, 'read', 'referral')) return 0
	const near = may(staff, 'read', 'referral', 'all') ? undefined : staff.id
	return (await listUnseenReferrals(getReferralDatabase(), near)).length
}

/** Numbers for a page that keeps watch: danger that nobody has seen, urgent referrals that nobody sees to, open cases. Asking does not keep a session alive. */
export const GET: RequestHandler = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await whenIngested()
	const referrals = await countReferrals(staff)
	return Response.json({ ...(await countWaiting(getCaseDatabase())), referrals })
}
