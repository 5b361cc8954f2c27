import { addDays, day, hour, minute } from '#base'
import { getClockRule } from '../clock-rules.ts'
import { findPreservationMove } from '../moves.ts'
import { findClockMark, hasLapsed, toUtcDay } from '../run-clocks.ts'
import { writeMove } from './move-store.ts'
import type { PreservationDesk, PreservationQueries, PreservationTransaction } from './preservation-tables.ts'
import { addStep, getLockedRequest, listClocks, toClock, type StoredClock } from './request-rows.ts'

/** Notes once that a clock has reached a mark, with the day that it ends: a renewed clock comes by its marks again. */
const noteMark = async (
	trx: PreservationTransaction,
	{ request, clock, due }: StoredClock,
	now: Date,
): Promise<number> => {
	const mark = findClockMark(due, toUtcDay(now))
	if (mark === undefined) return 0
	const known = await trx
		.selectFrom('preservation_step')
		.select('id')
		.where('request', '=', request)
		.where('kind', '=', 'mark')
		.where('clock', '=', clock)
		.where('day', '=', due)
		.where('mark', '=', mark)
		.executeTakeFirst()
	if (known) return 0
	await addStep(trx, request, { step: { kind: 'mark', by: null, day: due, clock, mark }, now })
	return 1
}

const watchRequest = ({ db, now }: PreservationDesk, id: string): Promise<number> =>
	db.transaction().execute(async (trx) => {
		const [found, at] = [await getLockedRequest(trx, id), now()]
		const clocks = (await listClocks(trx, id)).filter(({ ended }) => ended === undefined)
		let count = 0
		for (const clock of clocks) count += await noteMark(trx, clock, at)
		const today = toUtcDay(at)
		const lapse = findPreservationMove(found.state, 'lapse')
		if (!lapse || !clocks.some((clock) => hasLapsed(clock, today))) return count
		await writeMove(trx, found, { event: 'lapse', to: lapse.to, on: today, by: null, now: at })
		return count + 1
	})

/** Notes which clocks have come near their end, and lets a request lapse whose time is over. Answer: notes made. */
export const watchClocks = async (desk: PreservationDesk): Promise<number> => {
	const rows = await desk.db
		.selectFrom('preservation_clock')
		.selectAll()
		.where('ended', 'is', null)
		.orderBy('due')
		.execute()
	const today = toUtcDay(desk.now())
	const near = rows.map(toClock).filter(({ due }) => findClockMark(due, today) !== undefined)
	let count = 0
	for (const id of new Set(near.map(({ request }) => request))) count += await watchRequest(desk, id)
	return count
}

/** Time after which a call is not repeated: whoever was called has heard it, and the page goes on saying so. */
const callFor = 10 * minute

/** Urgent requests whose acknowledgement is overdue since a moment ago: somebody is called. */
export const listUnacknowledged = async (db: PreservationQueries, now: Date): Promise<string[]> => {
	const rows = await db
		.selectFrom('preservation')
		.select('id')
		.where('state', '=', 'transmitted')
		.where('urgency', '=', 'urgent')
		.where('ack_due', '<=', now)
		.where('ack_due', '>', new Date(now.getTime() - callFor))
		.execute()
	return rows.map(({ id }) => id)
}

/** Time of the UTC day at which somebody is called for a deadline: nine or ten in the morning in Morocco, not midnight. */
const callAt = 9 * hour
/** Days left at which somebody is called: an extension takes an authority a day or two. */
const callsLeft = [2, 0] as const

/** Requests whose data may be gone in two days, or when this day is over: somebody is called on each of the two mornings. */
export const listEnding = async (db: PreservationQueries, now: Date): Promise<string[]> => {
	const passed = now.getTime() % day
	if (passed < callAt || passed >= callAt + callFor) return []
	const rows = await db
		.selectFrom('preservation_clock')
		.selectAll()
		.where('ended', 'is', null)
		.where(
			'due',
			'in',
			callsLeft.map((left) => addDays(toUtcDay(now), left)),
		)
		.execute()
	const ending = rows.map(toClock).filter(({ clock }) => getClockRule(clock).onExpiry === 'lapse')
	return [...new Set(ending.map(({ request }) => request))]
}
