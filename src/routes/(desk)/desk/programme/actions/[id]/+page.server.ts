import { may } from '#domains/people'
import { getReach } from '#domains/programme/places'
import { toPlanDay } from '#domains/programme/plan/server'
import { findForDesk, listForDesk } from '#domains/programme/plan/viewing/server'
import { deskActs } from '#server/acts/desk-acts'
import { getColleagues } from '#server/desk/case-desk'
import { getPlanDesk, listNamedRegions } from '#server/desk/programme/plan-desk'
import { listActionSessions } from '#server/desk/programme/session-list'
import { requireMay } from '#server/desk/session'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** One action with everything that hangs on it. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'programme')
	const { db, now } = getPlanDesk()
	const today = toPlanDay(now())
	const found = await findForDesk(db, event.params.id, { person: staff, today })
	if (!found) error(404, 'page.not-found')
	const people = await getColleagues(event.url)
	const { parties, initiatives } = await listForDesk(db, staff, today)
	const { region } = found.action
	return {
		...found,
		today,
		parties,
		regions: listNamedRegions(),
		others: initiatives.flatMap(({ lines }) =>
			lines
				.map(({ action }) => ({ id: action.id, title: action.title }))
				.filter(({ id }) => id !== found.action.id),
		),
		changes: found.changes.map((change) => ({
			...change,
			by: change.by === undefined ? undefined : (people.get(change.by)?.name ?? '–'),
		})),
		sessions: await listActionSessions(staff, found.action.id),
		mayWrite: may(staff, 'write', 'programme', getReach(staff, { region })),
	}
}

export const actions = deskActs['/desk/programme/actions/[id]']
