import { listInvitations } from '#domains/programme/sessions/invitations/server'
import { deskActs } from '#server/acts/desk-acts'
import { requireMay } from '#server/desk/session'
import { listOwnPlaces } from '#server/desk/programme/session-views'
import { getSessionDesk } from '#server/process/programme/session-desk'
import type { PageServerLoad } from './$types'

/** Links that were made, and a form for another. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'invite', 'session')
	return {
		links: await listInvitations(getSessionDesk(), staff),
		places: listOwnPlaces(staff),
		hasAll: staff.region === undefined,
	}
}

export const actions = deskActs['/desk/sessions/links']
