import type { Person } from '#domains/people'
import { weighCases } from '../../weight.ts'
import { noteOpened, requireRoom } from '#domains/wellbeing/server'
import { toQuarterHour } from '#domains/acts/server'
import { addSteps } from '../../server/case-steps.ts'
import { getLockedCase, listReports, notAllowed, type Desk } from '../../server/desk-case.ts'
import { mayOpen } from './open-store.ts'

/** A file that came with a report of a case. */
export type AttachedFile = { id: string; report: string; part: number }

/**
 * Leave to open a file, or with `level` to see a picture more clearly: for whoever may open the case, and written down, in the
 * public record too, and counted for their day, before a byte is handed out. Answer: whether the report is in it.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`, `wellness.rest` when the person's day is full
 */
export const noteAttached = (
	desk: Desk,
	{ id, report, part }: AttachedFile,
	person: Person,
	level?: number,
): Promise<boolean> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!mayOpen(found, person)) throw notAllowed('opening a file of a case')
		await requireRoom({ ...desk, db: trx }, person.id)
		if (!(await listReports(trx, id)).includes(report)) return false
		const now = desk.now()
		await trx
			.updateTable('desk_case')
			.set({ changed: toQuarterHour(now) })
			.where('id', '=', id)
			.execute()
		const what = { part, ...(level === undefined ? {} : { level }) }
		const kind = level === undefined ? 'attached' : 'uncovered'
		await addSteps(trx, { cases: [found], step: { kind, by: person.id, what } }, { time: desk.time, now })
		const weight = weighCases([found])
		const seen = level === undefined ? { items: 1, severity: weight } : { items: 0, severity: 1 }
		await noteOpened({ ...desk, db: trx }, person.id, seen)
		return true
	})
