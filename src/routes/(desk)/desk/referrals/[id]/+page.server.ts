import { findOwnKey } from '#domains/people/server/keys'
import { error } from '@sveltejs/kit'
import { getColleagues, getId, listEpochKeys } from '#server/desk/case-desk'
import { getReferralPage } from '#server/desk/referrals/referral-page'
import { getPeople, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'referral')
	const people = await getColleagues(event.url)
	const language = event.locals.deskLanguage ?? 'fr'
	const referral = await getReferralPage(getId(event.params.id), staff, { people, language })
	if (!referral) error(404, 'page.not-found')
	const { db } = await getPeople(event.url)
	return {
		referral,
		now: new Date(),
		epochs: referral.rights.words ? await listEpochKeys() : [],
		key: referral.rights.words ? await findOwnKey(db, staff.id) : undefined,
	}
}

export const actions = deskActs['/desk/referrals/[id]']
