import { readQueueView } from '#domains/cases/queue'
import { listApprovals } from '#domains/approvals/server'
import { findEarlier } from '#domains/cases/cluster/server'
import { listWaves, readQueue, type Queue } from '#domains/cases/queue/server'
import { may, openAlone } from '#domains/people'
import { findOwnKey } from '#domains/people/server/keys'
import { whenIngested } from '#server/process/arrival'
import { getCaseDatabase, getColleagues, isReader, listEpochKeys, toNames } from '#server/desk/case-desk'
import { getPeople, requireMay } from '#server/desk/session'
import { findIndexKey } from '#server/desk/index-key'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Lines that one page holds: as many as one may open in one go. */
const most = 1000
/** Forgotten cases that stand above the queue; the others are a step away. */
const mostForgotten = 5

/** The part of a case that a line of the page needs. */
const toLine = (line: Queue['lines'][number]) => {
	const { id, status, category, lane, assignee, supervisor, cluster, isHeld, clock, due, offered } = line
	return { id, status, category, lane, assignee, supervisor, cluster, isHeld, clock, due, offered }
}

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await whenIngested()
	const [db, now, view] = [getCaseDatabase(), new Date(), readQueueView(event.url.searchParams)]
	const asked = { ...view, me: staff.id, now }
	const { db: people } = await getPeople(event.url)
	const queue = await readQueue(db, { ...asked, most, skip: (view.page - 1) * most }, mostForgotten)
	const isApart = view.whose !== 'forgotten' && !view.ended && view.group === undefined
	const approvals = (await listApprovals(db, now)).filter(
		({ act, askedBy }) => act === 'open-many' && askedBy === staff.id,
	)
	const index = await findIndexKey(staff.id)
	const waves = view.whose === 'crowd' ? await listWaves(db, staff.id) : []
	return {
		lines: queue.lines.map(toLine),
		view,
		counts: queue.counts,
		pages: Math.max(1, Math.ceil(queue.counts[view.whose] / most)),
		forgotten: isApart ? queue.forgotten.map(toLine) : [],
		waves: waves.map(({ cases, ...wave }) => ({ ...wave, rest: cases.length })),
		now,
		myId: staff.id,
		names: toNames(await getColleagues(event.url)),
		epochs: await listEpochKeys(),
		index,
		earlier: index && isReader(staff) ? await findEarlier(db, { index: index.id, most }, staff) : undefined,
		key: await findOwnKey(people, staff.id),
		opensCases: isReader(staff),
		opensNew: may(staff, 'open', 'report', 'unit'),
		opensAll: may(staff, 'open', 'case', 'unit'),
		openAlone,
		manyApprovals: approvals.map(({ id, digest, state }) => ({ id, digest, state })),
	}
}

export const actions = deskActs['/desk/queue']
