import { error } from '@sveltejs/kit'
import { deskActs } from '#server/acts/desk-acts'
import { findSessionPage } from '#server/desk/programme/one-session'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import { listSessionActions } from '#server/desk/programme/session-actions'
import { listLessons, listOwnPlaces } from '#server/desk/programme/session-views'
import type { PageServerLoad } from './$types'

/** One session: what it says, what comes next in its group, what came with it. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'session')
	const found = await findSessionPage(staff, event.params.id)
	if (!found) error(404, 'session.not-found')
	return {
		...found,
		places: listOwnPlaces(staff),
		lessons: listLessons(getDeskLanguage(staff, event.url)),
		actions: await listSessionActions(getDeskLanguage(staff, event.url)),
	}
}

export const actions = deskActs['/desk/sessions/[id]']
