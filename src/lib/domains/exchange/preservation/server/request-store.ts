import { may, type Person } from '#domains/people'
import { listPreservationEvents, type PreservationEvent } from '../moves.ts'
import { findClockMark, isRenewable, type ClockMark } from '../run-clocks.ts'
import { listCopyReaders, type CopyReader } from './copy-store.ts'
import type { PreservationQueries } from './preservation-tables.ts'
import { listClocks, toClock, toRequest, type PreservationRequest, type StoredClock } from './request-rows.ts'
import { findStanding, isAuthorityOf, maySeeRequest } from './standing.ts'

export type RequestStep = {
	kind: string
	by: string | undefined
	at: Date
	day: string | undefined
	theirRef: string | undefined
	clock: string | undefined
	mark: string | undefined
}

/** A request as one person may see it. */
export type RequestView = PreservationRequest & {
	clocks: StoredClock[]
	steps: RequestStep[]
	/** Events that this person may bring about next. */
	events: PreservationEvent[]
	/** Sealed to this person's own key; `undefined` when nobody has made them a copy. */
	sealed: Uint8Array | undefined
	/** Those who may read it, and whether they have a copy that their key opens. */
	readers: (CopyReader & { hasCopy: boolean })[]
	/** References by id: of what it follows from, and of what follows from it. */
	linked: { id: string; reference: string; isAfter: boolean }[]
	isMine: boolean
}

const listSteps = async (db: PreservationQueries, request: string): Promise<RequestStep[]> => {
	const rows = await db
		.selectFrom('preservation_step')
		.selectAll()
		.where('request', '=', request)
		.orderBy('n')
		.execute()
	return rows.map(({ kind, by, at, day, their_ref, clock, mark }) => ({
		kind,
		at,
		by: by ?? undefined,
		day: day ?? undefined,
		theirRef: their_ref ?? undefined,
		clock: clock ?? undefined,
		mark: mark ?? undefined,
	}))
}

const listLinked = async (db: PreservationQueries, { id, after }: PreservationRequest) => {
	const rows = await db
		.selectFrom('preservation')
		.select(['id', 'ref', 'after'])
		.where((where) => where.or([where('after', '=', id), where('id', '=', after ?? null)]))
		.orderBy('ref')
		.execute()
	return rows.map((row) => ({ id: row.id, reference: row.ref, isAfter: row.after === id }))
}

/** A request; `undefined` when there is none of this id that this person may see. */
export const findRequest = async (
	db: PreservationQueries,
	id: string,
	person: Person,
): Promise<RequestView | undefined> => {
	const row = await db.selectFrom('preservation').selectAll().where('id', '=', id).executeTakeFirst()
	const standing = await findStanding(db, person)
	const found = row && toRequest(row)
	if (!found || !maySeeRequest(standing, found)) return undefined
	const clocks = await listClocks(db, id)
	const copies = await db
		.selectFrom('preservation_copy')
		.select(['user_id', 'recipient', 'sealed'])
		.where('request', '=', id)
		.execute()
	const as = { isHotline: standing.isHotline, isAuthority: isAuthorityOf(standing, found) }
	const readers = (await listCopyReaders(db, found)).map((reader) => ({
		...reader,
		hasCopy: copies.some(
			({ user_id, recipient }) => user_id === reader.person && recipient === reader.recipient,
		),
	}))
	return {
		...found,
		clocks,
		steps: await listSteps(db, id),
		events: listPreservationEvents(found.state, as).filter(
			(event) => event !== 'extend' || clocks.some(isRenewable),
		),
		sealed: copies.find(({ user_id }) => user_id === person.id)?.sealed,
		readers,
		linked: standing.isHotline ? await listLinked(db, found) : [],
		isMine: found.draftedBy === person.id,
	}
}

/** All requests that a person may see, with their clocks that run, the newest first. */
export const listPreservationRequests = async (
	db: PreservationQueries,
	person: Person,
): Promise<(PreservationRequest & { running: StoredClock[] })[]> => {
	const standing = await findStanding(db, person)
	const rows = await db.selectFrom('preservation').selectAll().orderBy('ref', 'desc').execute()
	const clocks = await db
		.selectFrom('preservation_clock')
		.selectAll()
		.where('ended', 'is', null)
		.orderBy('due')
		.orderBy('clock')
		.execute()
	const byRequest = Map.groupBy(clocks.map(toClock), ({ request }) => request)
	return rows
		.map(toRequest)
		.filter((request) => maySeeRequest(standing, request))
		.map((request) => ({ ...request, running: byRequest.get(request.id) ?? [] }))
}

/** The deadline that ends first of those that are near; `mark` says how near, `hasMore` that others are too. */
type NearClock = { request: string; reference: string; due: string; mark: ClockMark; hasMore: boolean }

/** Marks at which whoever works on a request is told on every page; before them its own page says enough. */
const toldMarks: readonly (ClockMark | undefined)[] = ['t-7', 't-2', 't-0', 'over']

/**
 * Finds the nearest deadline among the requests that are a person's to see to: for an authority its own, for the hotline those that the person has
 * drafted, and all for who works with partners.
 */
export const findNearClock = async (
	db: PreservationQueries,
	person: Person,
	today: string,
): Promise<NearClock | undefined> => {
	const seesToAll = may(person, 'write', 'partner', 'all')
	const requests = await listPreservationRequests(db, person)
	const near = requests
		.filter(({ draftedBy }) => seesToAll || draftedBy === person.id || !may(person, 'write', 'preservation'))
		.flatMap(({ id, reference, running }) =>
			running.map(({ due }) => ({ request: id, reference, due, mark: findClockMark(due, today) })),
		)
		.filter((clock): clock is Omit<NearClock, 'hasMore'> => toldMarks.includes(clock.mark))
		.sort((a, b) => a.due.localeCompare(b.due))
	const [first] = near
	return first && { ...first, hasMore: near.length > 1 }
}
