import type { Person } from '#domains/people'
import { toQuarter } from '../record.ts'
import { addStep } from './case-steps.ts'
import { getLockedCase, listReports, notAllowed, type Desk, type DeskCase } from './desk-case.ts'
import { mayOpen } from './open-store.ts'

/** A file that came with a report of a case. */
export type AttachedFile = { id: string; report: string; part: number }

/**
 * Leave to open a file, or with `level` to see a picture more clearly: for whoever may open the case, and written down, in the
 * public record too, before a byte is handed out. Answer: the case; `undefined` when the report is not in it.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`
 */
export const noteAttached = (
	desk: Desk,
	{ id, report, part }: AttachedFile,
	person: Person,
	level?: number,
): Promise<DeskCase | undefined> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!mayOpen(found, person)) throw notAllowed('opening a file of a case')
		if (!(await listReports(trx, id)).includes(report)) return undefined
		const now = desk.now()
		await trx
			.updateTable('desk_case')
			.set({ changed: toQuarter(now) })
			.where('id', '=', id)
			.execute()
		const what = { part, ...(level === undefined ? {} : { level }) }
		const kind = level === undefined ? 'attached' : 'uncovered'
		await addStep(trx, found, { kind, by: person.id, what }, desk.time, now)
		return found
	})
