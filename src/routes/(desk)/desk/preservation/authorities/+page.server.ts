import { listAuthorities } from '#domains/exchange/preservation/authorities/server'
import { may } from '#domains/people'
import { getColleagues } from '#server/desk/case-desk'
import { getPreservationDesk, listAuthorityPartners } from '#server/desk/preservation-desk'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** People who act for an authority, and those who could. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'change', 'person', 'all')
	const people = await getColleagues(event.url)
	const partners = await listAuthorityPartners(staff.id, getDeskLanguage(staff, event.url))
	const links = await listAuthorities(getPreservationDesk().db)
	return {
		links: links.map(({ person, partner, capacity }) => ({
			person,
			capacity,
			name: people.get(person)?.name ?? '–',
			authority: partners.find(({ id }) => id === partner)?.name ?? '–',
		})),
		partners: partners.map(({ id, name }) => ({ id, name })),
		people: [...people.values()]
			.filter((person) => !person.disabled && may(person, 'transmit', 'preservation'))
			.map(({ id, name }) => ({ id, name })),
	}
}

export const actions = deskActs['/desk/preservation/authorities']
