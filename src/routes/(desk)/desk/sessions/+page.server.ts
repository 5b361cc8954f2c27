import { may } from '#domains/people'
import { deskActs } from '#server/acts/desk-acts'
import { listSessionPage } from '#server/desk/programme/session-list'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** Sessions that were held in a quarter, what is planned, and what waits for a person. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'session')
	return {
		...(await listSessionPage(staff, event.url.searchParams)),
		mayWrite: may(staff, 'write', 'session'),
		mayInvite: may(staff, 'invite', 'session'),
		mayExport: may(staff, 'export', 'programme'),
	}
}

export const actions = deskActs['/desk/sessions']
