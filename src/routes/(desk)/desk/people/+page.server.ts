import { may, roles } from '#domains/people'
import { listPeople } from '#domains/people/server'
import { getPeople, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'person')
	const { db } = await getPeople(event.url)
	return {
		people: await listPeople(db),
		roles,
		mayChange: may(staff, 'change', 'person', 'all'),
		myId: staff.id,
	}
}

export const actions = deskActs['/desk/people']
