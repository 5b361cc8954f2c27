import { listPartners } from '#domains/exchange/partners/server'
import { toUtcDay } from '#domains/exchange/preservation'
import { findReported, findRequest } from '#domains/exchange/preservation/server'
import { may } from '#domains/people'
import { findOwnKey } from '#domains/people/server/keys'
import { getColleagues, getId } from '#server/desk/case-desk'
import { getPreservationDesk, listAuthorityPartners } from '#server/desk/preservation-desk'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

const noNames = { ar: '–', fr: '–', en: '–' }

/** A request as this person may see it: what it says comes sealed to their own key. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'preservation')
	const { db, now } = getPreservationDesk()
	const found = await findRequest(db, getId(event.params.id), staff)
	if (!found) error(404, 'page.not-found')
	const people = await getColleagues(event.url)
	const partner = (await listPartners(db)).find(({ id }) => id === found.partner)
	const { reference, state, instrument, urgency, provider, country, drafted, transmitted } = found
	const mayChange = found.isMine && state === 'draft' && may(staff, 'write', 'preservation')
	return {
		id: found.id,
		version: found.version,
		digest: found.digest,
		partner: found.partner,
		facts: {
			reference,
			state,
			instrument,
			urgency,
			provider,
			country,
			drafted,
			transmitted,
			after: found.linked.find(({ isAfter }) => !isAfter)?.reference,
			authority: partner?.names ?? noNames,
			clocks: found.clocks
				.filter(({ ended }) => ended === undefined)
				.map(({ clock, due }) => ({ clock, due })),
		},
		case: may(staff, 'list', 'case') ? found.case : undefined,
		heldAgainst: mayChange ? await findReported(db, found.case) : undefined,
		linked: found.linked,
		events: found.events,
		clocks: found.clocks.map(({ id, clock, due, ended }) => ({ id, clock, due, ended })),
		steps: found.steps.map((step) => ({
			...step,
			by: step.by === undefined ? undefined : (people.get(step.by)?.name ?? '–'),
		})),
		sealed: found.sealed && Buffer.from(found.sealed).toString('base64'),
		readers: found.readers,
		own: await findOwnKey(db, staff.id),
		authorities: mayChange ? await listAuthorityPartners(staff.id, getDeskLanguage(staff, event.url)) : [],
		acknowledgeBy: found.acknowledgeBy,
		isLate: found.acknowledgeBy !== undefined && found.acknowledgeBy <= now(),
		mayFollow: may(staff, 'write', 'preservation') && transmitted !== undefined,
		today: toUtcDay(now()),
	}
}

export const actions = deskActs['/desk/preservation/[id]']
