import { listPartners } from '#domains/exchange/partners/server'
import { toUtcDay } from '#domains/exchange/preservation'
import { listPreservationRequests } from '#domains/exchange/preservation/server'
import { may } from '#domains/people'
import { getPreservationDesk, toPartnerName } from '#server/desk/preservation-desk'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** Lists requests and their clocks: for an authority its own. No word of what one says. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'preservation')
	const { db, now } = getPreservationDesk()
	const language = getDeskLanguage(staff, event.url)
	const names = new Map(
		(await listPartners(db)).map((partner) => [partner.id, toPartnerName(partner, language)]),
	)
	const requests = (await listPreservationRequests(db, staff)).map((request) => ({
		id: request.id,
		reference: request.reference,
		state: request.state,
		provider: request.provider,
		country: request.country,
		instrument: request.instrument,
		urgency: request.urgency,
		authority: names.get(request.partner) ?? '–',
		isLate: request.acknowledgeBy !== undefined && request.acknowledgeBy <= now(),
		clocks: request.running.map(({ id, clock, due }) => ({ id, clock, due })),
	}))
	return {
		requests,
		today: toUtcDay(now()),
		mayDraft: may(staff, 'write', 'preservation'),
		linksPeople: may(staff, 'change', 'person', 'all'),
	}
}
