import { may, isSecondPerson } from '#domains/people'
import { toPlanDay } from '#domains/programme/plan/server'
import { listForDesk } from '#domains/programme/plan/viewing/server'
import { listPublications } from '#domains/programme/plan/publishing/server'
import { deskActs } from '#server/acts/desk-acts'
import { getColleagues } from '#server/desk/case-desk'
import { getPlanDesk, listNamedRegions } from '#server/desk/programme/plan-desk'
import { findSecondFrom } from '#server/desk/second'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** The plan as this person may see it, what is new in it, and what waits for a second person. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'programme')
	const { db, now } = getPlanDesk()
	const people = await getColleagues(event.url)
	const isLater = (await findSecondFrom(event.url, staff.id)) !== undefined
	const { initiatives, parties } = await listForDesk(db, staff, toPlanDay(now()))
	const waiting = await listPublications(db, { person: staff, now: now() })
	return {
		initiatives,
		parties,
		regions: listNamedRegions(),
		ownRegion: staff.region,
		mayWrite: may(staff, 'write', 'programme'),
		mayPublish: may(staff, 'publish', 'programme'),
		mayImport: may(staff, 'import', 'programme'),
		mayExport: may(staff, 'export', 'programme'),
		waiting: waiting.map(({ id, items, first, isStale }) => ({
			id,
			items,
			isStale,
			asker: people.get(first)?.name ?? '–',
			mayDecide: !isLater && isSecondPerson('publish-plan', { id: first }, staff, 'unit'),
		})),
	}
}

export const actions = deskActs['/desk/programme']
