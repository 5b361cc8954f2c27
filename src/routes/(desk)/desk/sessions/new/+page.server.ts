import { listPlanned } from '#domains/programme/sessions/planned/server'
import { listHeldSessions } from '#domains/programme/sessions/server'
import { addDays } from '#base'
import { deskActs } from '#server/acts/desk-acts'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import { listSessionActions } from '#server/desk/programme/session-actions'
import { findPlaceWords, listLessons, listOwnPlaces, toShown } from '#server/desk/programme/session-views'
import { getSessionDesk } from '#server/process/programme/session-desk'
import type { PageServerLoad } from './$types'

/** A form for a session that was held or is planned; that of a plan begins with what was planned. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'write', 'session')
	const { db, now } = getSessionDesk()
	const today = now().toISOString().slice(0, 10)
	const near = { from: addDays(today, -70), until: addDays(today, 400) }
	const plan = (await listPlanned(db, near, staff)).find(
		({ id }) => id === event.url.searchParams.get('plan'),
	)
	const recent = await listHeldSessions(db, { span: near, region: undefined }, staff)
	const language = getDeskLanguage(staff, event.url)
	return {
		places: listOwnPlaces(staff),
		lessons: listLessons(language),
		actions: await listSessionActions(language),
		plan: plan && { ...toShown(plan), held_on: plan.day },
		recent: recent
			.filter(({ state, dose }) => state === 'held' && dose < 8)
			.slice(0, 50)
			.map(({ id, held_on, province }) => ({ id, held_on, place: findPlaceWords(province, language) })),
	}
}

export const actions = deskActs['/desk/sessions/new']
