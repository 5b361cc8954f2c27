import { listWaiting } from '#domains/exchange/referrals/inbox/server'
import { may } from '#domains/people'
import { findOwnKey } from '#domains/people/server/keys'
import { deskActs } from '#server/acts/desk-acts'
import { listEpochKeys } from '#server/desk/case-desk'
import { getReferralDatabase } from '#server/desk/referrals/referral-desk'
import { findPartnerNames } from '#server/desk/referrals/referral-page'
import { getPeople, requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** Lists messages of partners that no room takes by itself. Who works on cases opens them here. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'referral')
	const mayOpen = may(staff, 'write', 'referral', 'assigned')
	const names = await findPartnerNames(event.locals.deskLanguage ?? 'fr')
	const messages = await listWaiting(getReferralDatabase())
	const { db } = await getPeople(event.url)
	return {
		mayOpen,
		messages: messages.map((one) => ({ ...one, partner: names.get(one.partner) ?? '–' })),
		epochs: mayOpen ? await listEpochKeys() : [],
		key: mayOpen ? await findOwnKey(db, staff.id) : undefined,
	}
}

export const actions = deskActs['/desk/referrals/inbox']
