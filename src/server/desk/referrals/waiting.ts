import { listUnseenReferrals } from '#domains/exchange/referrals/server'
import { may, type Person } from '#domains/people'
import { getReferralDatabase } from './referral-desk.ts'

/** Number of urgent referrals that nobody sees to yet, of those that this person may see. */
export const countUnseenReferrals = async (staff: Person): Promise<number> => {
	if (!may(staff, 'read', 'referral')) return 0
	const near = may(staff, 'read', 'referral', 'all') ? undefined : staff.id
	return (await listUnseenReferrals(getReferralDatabase(), near)).length
}
