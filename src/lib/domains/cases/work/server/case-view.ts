import { clockIds, isClockId, type ClockId } from '../../clock/case-clock.ts'
import type { StepKind } from '#domains/acts'
import { isStatus, type Status } from '../../status.ts'
import type { CaseQueries } from '../../server/case-tables.ts'
import { toDeskCase, type DeskCase } from '../../server/desk-case.ts'

/** A case with everything that the server knows of it. */
export type CaseView = {
	desk: DeskCase
	reports: { report: string; epoch: string }[]
	steps: { kind: StepKind; status: Status | undefined; by: string | undefined; at: Date }[]
	/** Clocks that run, first the one that runs out first. */
	clocks: { clock: ClockId; started: Date; due: Date }[]
	notes: { id: string; epoch: string; sealed: Uint8Array; by: string; at: Date }[]
	/** Ids of checklist items that are done. */
	checked: string[]
	isHeld: boolean
	/** Ids of cases of the same cluster. */
	cluster: string[]
	/** Person whom the rota offers it to. */
	offered: string | undefined
}

const listClocks = async (db: CaseQueries, id: string): Promise<CaseView['clocks']> =>
	(
		await db
			.selectFrom('case_clock')
			.select(['clock', 'started', 'due'])
			.where('case_id', '=', id)
			.where('ended', 'is', null)
			.orderBy('due')
			.execute()
	)
		.flatMap(({ clock, ...times }) => (isClockId(clock) ? [{ clock, ...times }] : []))
		.sort(
			(a, b) => a.due.getTime() - b.due.getTime() || clockIds.indexOf(a.clock) - clockIds.indexOf(b.clock),
		)

const listSteps = async (db: CaseQueries, id: string): Promise<CaseView['steps']> => {
	const rows = await db
		.selectFrom('case_step')
		.select(['kind', 'status', 'by', 'at'])
		.where('case_id', '=', id)
		.orderBy('place')
		.execute()
	return rows.map(({ kind, status, by, at }) => ({
		kind,
		at,
		status: status !== null && isStatus(status) ? status : undefined,
		by: by ?? undefined,
	}))
}

const listNotes = (db: CaseQueries, id: string): Promise<CaseView['notes']> =>
	db
		.selectFrom('case_note')
		.select(['id', 'epoch', 'sealed', 'by', 'at'])
		.where('case_id', '=', id)
		.orderBy('at')
		.orderBy('id')
		.execute()

const listMembers = async (db: CaseQueries, cluster: string): Promise<string[]> => {
	const rows = await db
		.selectFrom('desk_case')
		.select('id')
		.where('cluster', '=', cluster)
		.orderBy('id')
		.execute()
	return rows.map(({ id }) => id)
}

/** One case; `undefined` when there is none of this id. */
export const findCase = async (db: CaseQueries, id: string): Promise<CaseView | undefined> => {
	const row = await db.selectFrom('desk_case').selectAll().where('id', '=', id).executeTakeFirst()
	if (!row) return undefined
	const desk = toDeskCase(row)
	const steps = await listSteps(db, id)
	const reports = await db
		.selectFrom('case_report')
		.select(['report', 'epoch'])
		.where('case_id', '=', id)
		.orderBy('report')
		.execute()
	const notes = await listNotes(db, id)
	const checks = await db.selectFrom('case_check').select('item').where('case_id', '=', id).execute()
	const offer = await db
		.selectFrom('rota_offer')
		.select('user_id')
		.where('case_id', '=', id)
		.executeTakeFirst()
	const held = await db.selectFrom('hold').select('case_id').where('case_id', '=', id).executeTakeFirst()
	return {
		desk,
		reports,
		steps,
		clocks: await listClocks(db, id),
		notes,
		checked: checks.map(({ item }) => item).sort(),
		isHeld: held !== undefined,
		cluster: desk.cluster ? await listMembers(db, desk.cluster) : [],
		offered: desk.assignee === undefined ? offer?.user_id : undefined,
	}
}
