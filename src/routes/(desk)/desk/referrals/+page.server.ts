import { findAnswerDue, findPartnerNames } from '#server/desk/referrals/referral-page'
import { getTurn } from '#domains/exchange/referrals'
import { countInbox } from '#domains/exchange/referrals/inbox/server'
import { listReferrals } from '#domains/exchange/referrals/server'
import { toReference } from '#domains/cases'
import { may } from '#domains/people'
import { getReferralDatabase } from '#server/desk/referrals/referral-desk'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** Lines that the page shows. */
const most = 300

/** Lists what goes to partners and comes from them: for the liaison everything, for who works on cases what is theirs. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'referral')
	const near = may(staff, 'read', 'referral', 'all') ? undefined : staff.id
	// One more than is shown tells that there are more.
	const found = await listReferrals(getReferralDatabase(), { near, most: most + 1 })
	const referrals = found.slice(0, most)
	const names = await findPartnerNames(event.locals.deskLanguage ?? 'fr')
	return {
		now: new Date(),
		waiting: await countInbox(getReferralDatabase()),
		referrals: referrals.map((one) => ({
			id: one.id,
			ref: one.ref,
			direction: one.direction,
			state: one.state,
			urgency: one.urgency,
			turn: getTurn(one.state, one.direction),
			partner: names.get(one.partner) ?? '–',
			country: one.country ?? undefined,
			due: findAnswerDue(one),
			isTold: one.told_at !== null && one.state !== 'closed',
			isClosed: one.state === 'closed',
			case: one.case_id === null ? undefined : { id: one.case_id, reference: toReference(one.case_id) },
			at: one.at,
		})),
		isCut: found.length > most,
		seesCases: may(staff, 'list', 'case'),
	}
}
