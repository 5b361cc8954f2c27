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
	/** Whom the rota offers it to. */
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

/** One case; `undefined` when there is none of this id. */
export const findCase = async (db: CaseQueries, id: string): Promise<CaseView | undefined> => {
	const row = await db.selectFrom('desk_case').selectAll().where('id', '=', id).executeTakeFirst()
	if (!row) return undefined
	const desk = toDeskCase(row)
	const steps = await db
		.selectFrom('case_step')
		.select(['kind', 'status', 'by', 'at'])
		.where('case_id', '=', id)
		.orderBy('place')
		.execute()
	const reports = await db
		.selectFrom('case_report')
		.select(['report', 'epoch'])
		.where('case_id', '=', id)
		.orderBy('report')
		.execute()
	const notes = await db
		.selectFrom('case_note')
		.select(['id', 'epoch', 'sealed', 'by', 'at'])
		.where('case_id', '=', id)
		.orderBy('at')
		.orderBy('id')
		.execute()
	const checks = await db.selectFrom('case_check').select('item').where('case_id', '=', id).execute()
	const offer = await db
		.selectFrom('rota_offer')
		.select('user_id')
		.where('case_id', '=', id)
		.executeTakeFirst()
	const held = await db.selectFrom('hold').select('case_id').where('case_id', '=', id).executeTakeFirst()
	const others = desk.cluster
		? await db
				.selectFrom('desk_case')
				.select('id')
				.where('cluster', '=', desk.cluster)
				.orderBy('id')
				.execute()
		: []
	return {
		desk,
		reports,
		steps: steps.map(({ kind, status, by, at }) => ({
			kind,
			at,
			status: status !== null && isStatus(status) ? status : undefined,
			by: by ?? undefined,
		})),
		clocks: await listClocks(db, id),
		notes,
		checked: checks.map(({ item }) => item).sort(),
		isHeld: held !== undefined,
		cluster: others.map((other) => other.id),
		offered: desk.assignee === undefined ? offer?.user_id : undefined,
	}
}
