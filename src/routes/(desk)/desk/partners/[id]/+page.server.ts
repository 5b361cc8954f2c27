import { getPartnerAnswers } from '#domains/exchange/figures/server'
import { findPartner, findVersion, listPartnerKeys } from '#domains/exchange/partners/server'
import { toFields } from '#domains/exchange/partners/agreement'
import { may } from '#domains/people'
import { deskActs } from '#server/acts/desk-acts'
import { getCaseDatabase, getColleagues, getId } from '#server/desk/case-desk'
import { getDirectory } from '#server/desk/partners/directory'
import { toPartnerView } from '#server/desk/partners/partner-views'
import { requireMay } from '#server/desk/session'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'partner', 'all')
	const { db, now } = await getDirectory()
	// Before the rest: whoever changes it in between is found out.
	const version = await findVersion(db, getId(event.params.id))
	const partner = await findPartner(db, getId(event.params.id))
	if (!partner || version === undefined) error(404, 'page.not-found')
	const [keys, people] = [await listPartnerKeys(db, partner.id), await getColleagues(event.url)]
	const asking = {
		nameOfPerson: (id: string) => people.get(id)?.name ?? '–',
		myId: staff.id,
		mayVerify: may(staff, 'verify', 'partner', 'all'),
		now: now(),
	}
	return {
		version,
		mayRevoke: asking.mayVerify,
		...toPartnerView({ partner, language: event.locals.deskLanguage ?? 'fr' }, keys, asking),
		answers: await getPartnerAnswers(getCaseDatabase(), partner.id),
		fields: toFields(partner),
		mayWrite: may(staff, 'write', 'partner', 'all'),
	}
}

export const actions = deskActs['/desk/partners/[id]']
