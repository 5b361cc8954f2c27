import { sql } from 'kysely'
import { defaultSchedule, getErasureDay, type KeptCase, type RetentionSchedule } from '../keep.ts'
import { listReports, toDeskCase, type CaseQueries, type Desk, type DeskCase } from '#domains/cases/server'
import { leaveCounts } from '#domains/cases/figures/server'
import { recordActs } from '#domains/acts/server'

const toKept = ({ status, category, reason, changed }: DeskCase, isHeld: boolean): KeptCase => ({
	status,
	category,
	reason,
	changed,
	isHeld,
})

const listKept = async (db: CaseQueries): Promise<{ found: DeskCase; kept: KeptCase }[]> => {
	const rows = await db
		.selectFrom('desk_case')
		.leftJoin('hold', 'hold.case_id', 'desk_case.id')
		.selectAll('desk_case')
		.select('hold.case_id as held')
		.orderBy('desk_case.id')
		.execute()
	return rows.map(({ held, ...row }) => {
		const found = toDeskCase(row)
		return { found, kept: toKept(found, held !== null) }
	})
}

const eraseCase = (
	{ db, reportsPort, now }: Desk,
	found: DeskCase,
	schedule: RetentionSchedule,
): Promise<boolean> =>
	db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('desk_case')
			.selectAll()
			.where('id', '=', found.id)
			.forUpdate()
			.executeTakeFirst()
		if (!row) return false
		const held = await trx
			.selectFrom('hold')
			.select('case_id')
			.where('case_id', '=', found.id)
			.executeTakeFirst()
		const current = toDeskCase(row)
		const day = getErasureDay(toKept(current, held !== undefined), schedule)
		if (day === undefined || day > now()) return false
		await leaveCounts(trx, current)
		const reports = await reportsPort.removeReports(trx, await listReports(trx, found.id))
		const acts = await trx
			.deleteFrom('act_record')
			.where('case_id', '=', found.id)
			.returning('entry')
			.execute()
		await trx.deleteFrom('desk_case').where('id', '=', found.id).execute()
		// In an order that says nothing; without this act the record would have lost what nobody can explain (decision 093).
		const entries = [...reports, ...acts.map(({ entry }) => entry)].sort()
		await recordActs(trx, [
			{ act: 'retention/erased', by: null, at: now(), what: { why: 'time-over', entries } },
		])
		return true
	})

/**
 * Erases every case whose time is over, with its reports and mailboxes and the contents of its entries in the public
 * record; one act there names these entries, or `audit:verify` would miss them. Each stands in a transaction of its own and is looked at again in it: a hold that came a moment ago counts. Stopped
 * anywhere and started again, it goes on. Answer: how many.
 */
export const eraseOverdue = async (
	desk: Desk,
	schedule: RetentionSchedule = defaultSchedule,
): Promise<number> => {
	let erased = 0
	for (const { found, kept } of await listKept(desk.db)) {
		const day = getErasureDay(kept, schedule)
		if (day !== undefined && day <= desk.now() && (await eraseCase(desk, found, schedule))) erased++
	}
	return erased
}

/** Cases with a report, a letter or a note of an epoch, as the plan of its end sees them. */
export const listEpochCases = async (
	db: CaseQueries,
	epoch: string,
	schedule: RetentionSchedule = defaultSchedule,
): Promise<{ id: string; status: DeskCase['status']; isHeld: boolean; eraseOn: Date | undefined }[]> => {
	const { rows } = await sql<{ id: string }>`select case_id as id from case_report where epoch = ${epoch}
		union select case_id from case_note where epoch = ${epoch}
		union select case_id from mailbox_message join case_report using (report) where mailbox_message.epoch = ${epoch}`.execute(
		db,
	)
	const ids = new Set(rows.map(({ id }) => id))
	return (await listKept(db))
		.filter(({ found }) => ids.has(found.id))
		.map(({ found, kept }) => ({
			id: found.id,
			status: found.status,
			isHeld: kept.isHeld,
			eraseOn: getErasureDay(kept, schedule),
		}))
}

/** True when something sealed to an epoch has no case yet: the plan of its end does not see that. */
export const hasUnfiled = async (
	{ db, reportsPort }: Pick<Desk, 'db' | 'reportsPort'>,
	epoch: string,
): Promise<boolean> => {
	if ((await reportsPort.countWaiting()) > 0) return true
	const { rows } = await sql`select 1 from (
			select id as report, epoch from report union all select report, epoch from mailbox_message
		) sealed where epoch = ${epoch}
			and not exists (select 1 from case_report where case_report.report = sealed.report) limit 1`.execute(db)
	return rows.length > 0
}
