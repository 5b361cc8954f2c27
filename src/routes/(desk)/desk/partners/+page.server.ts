import { listPartnerKeys, listPartners } from '#domains/exchange/partners/server'
import { may } from '#domains/people'
import { getDirectory } from '#server/desk/partners/directory'
import { sortByEnd, toPartnerLine } from '#server/desk/partners/partner-views'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'partner', 'all')
	const { db, now } = await getDirectory()
	const language = event.locals.deskLanguage ?? 'fr'
	const lines = []
	for (const partner of await listPartners(db))
		lines.push(toPartnerLine({ partner, language }, await listPartnerKeys(db, partner.id), now()))
	return {
		lines: sortByEnd(lines),
		mayWrite: may(staff, 'write', 'partner', 'all'),
		mayVerify: may(staff, 'verify', 'partner', 'all'),
	}
}
