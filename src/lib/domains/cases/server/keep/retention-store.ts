import { sql } from 'kysely'
import {
	defaultSchedule,
	getErasureDay,
	isForgotten,
	type KeptCase,
	type RetentionSchedule,
} from '../../retention/keep.ts'
import type { CaseDatabase } from '../case-tables.ts'
import { recordActs } from '../record.ts'
import { listReports, toDeskCase, type Desk, type DeskCase } from '../work/desk-case.ts'

const toKept = ({ status, category, reason, changed }: DeskCase, isHeld: boolean): KeptCase => ({
	status,
	category,
	reason,
	changed,
	isHeld,
})

const listKept = async (db: CaseDatabase): Promise<{ desk: DeskCase; kept: KeptCase }[]> => {
	const rows = await db
		.selectFrom('desk_case')
		.leftJoin('hold', 'hold.case_id', 'desk_case.id')
		.selectAll('desk_case')
		.select('hold.case_id as held')
		.orderBy('desk_case.id')
		.execute()
	return rows.map(({ held, ...row }) => {
		const desk = toDeskCase(row)
		return { desk, kept: toKept(desk, held !== null) }
	})
}

/** Leaves of a case what figures need: that there was one of its kind in its month, and how many hours its clocks took. */
const leaveCounts = async (trx: CaseDatabase, { id, opened, category, status }: DeskCase): Promise<void> => {
	const month = opened.toISOString().slice(0, 7)
	const waits = await trx
		.selectFrom('case_clock')
		.select(['clock', sql<number>`ceil(extract(epoch from ended - started) / 3600)::int`.as('hours')])
		.where('case_id', '=', id)
		.where('ended', 'is not', null)
		.execute()
	const counts = [
		{ kind: 'category', grouped: category ?? 'other' },
		{ kind: 'status', grouped: status },
		...waits.map(({ clock, hours }) => ({ kind: `hours:${clock}`, grouped: String(hours) })),
	]
	for (const { kind, grouped } of counts)
		await trx
			.insertInto('desk_count')
			.values({ month, kind, grouped, count: 1 })
			.onConflict((conflict) =>
				conflict
					.columns(['month', 'kind', 'grouped'])
					.doUpdateSet((old) => ({ count: old('desk_count.count', '+', 1) })),
			)
			.execute()
}

const eraseCase = (
	{ db, mailroom, now }: Desk,
	desk: DeskCase,
	schedule: RetentionSchedule,
): Promise<boolean> =>
	db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('desk_case')
			.selectAll()
			.where('id', '=', desk.id)
			.forUpdate()
			.executeTakeFirst()
		if (!row) return false
		const held = await trx
			.selectFrom('hold')
			.select('case_id')
			.where('case_id', '=', desk.id)
			.executeTakeFirst()
		const current = toDeskCase(row)
		const day = getErasureDay(toKept(current, held !== undefined), schedule)
		if (day === undefined || day > now()) return false
		await leaveCounts(trx, current)
		await mailroom.removeReports(trx, await listReports(trx, desk.id))
		await trx.deleteFrom('act_record').where('case_id', '=', desk.id).execute()
		await trx.deleteFrom('desk_case').where('id', '=', desk.id).execute()
		await recordActs(trx, [{ act: 'retention/erased', by: null, at: now() }])
		return true
	})

/**
 * Erases every case whose time is over, with its reports and mailboxes and the contents of its entries in the public
 * record. Each stands in a transaction of its own and is looked at again in it: a hold that came a moment ago counts. Stopped
 * anywhere and started again, it goes on. Answer: how many.
 */
export const eraseOverdue = async (
	desk: Desk,
	schedule: RetentionSchedule = defaultSchedule,
): Promise<number> => {
	let erased = 0
	for (const { desk: found, kept } of await listKept(desk.db)) {
		const day = getErasureDay(kept, schedule)
		if (day !== undefined && day <= desk.now() && (await eraseCase(desk, found, schedule))) erased++
	}
	return erased
}

/** Open cases that nobody has touched for long: for a supervisor, who decides. */
export const listForgotten = async (
	db: CaseDatabase,
	now: Date,
	schedule: RetentionSchedule = defaultSchedule,
): Promise<DeskCase[]> =>
	(await listKept(db)).filter(({ kept }) => isForgotten(kept, schedule, now)).map(({ desk }) => desk)

/** Cases with a report or a note of an epoch, as the plan of its end sees them. */
export const listEpochCases = async (
	db: CaseDatabase,
	epoch: string,
	schedule: RetentionSchedule = defaultSchedule,
): Promise<{ id: string; status: DeskCase['status']; isHeld: boolean; eraseOn: Date | undefined }[]> => {
	const { rows } = await sql<{ id: string }>`select case_id as id from case_report where epoch = ${epoch}
		union select case_id from case_note where epoch = ${epoch}`.execute(db)
	const ids = new Set(rows.map(({ id }) => id))
	return (await listKept(db))
		.filter(({ desk }) => ids.has(desk.id))
		.map(({ desk, kept }) => ({
			id: desk.id,
			status: desk.status,
			isHeld: kept.isHeld,
			eraseOn: getErasureDay(kept, schedule),
		}))
}
