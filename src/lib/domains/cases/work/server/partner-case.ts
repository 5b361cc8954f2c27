import { randomUUID } from 'node:crypto'
import { toQuarterHour } from '#domains/acts/server'
import { turnClocks } from '../../clock/case-clock.ts'
import { insertNote } from '../../answers/server/note-store.ts'
import { addSteps } from '../../server/case-steps.ts'
import type { CaseTransaction } from '../../server/case-tables.ts'
import type { Desk } from '../../server/desk-case.ts'

/** A case that begins with a word of a partner: it has no report and no reporter, and what it is about stands in its first note. */
export type PartnerCase = {
	lane: 'danger' | 'normal'
	/** The note as the browser sealed it. */
	note: { epoch: string; sealed: Uint8Array }
	by: string
}

/**
 * Makes such a case, given to who made it. Nobody waits for an answer of ours, so no clock of an answer runs.
 *
 * @returns its id
 * @throws AppError `case.not-sealed`
 */
export const openPartnerCase = async (
	trx: CaseTransaction,
	{ time, now }: Pick<Desk, 'time' | 'now'>,
	{ lane, note, by }: PartnerCase,
): Promise<string> => {
	const [id, at] = [randomUUID(), toQuarterHour(now())]
	await trx
		.insertInto('desk_case')
		.values({
			id,
			lane,
			status: 'received',
			category: null,
			reason: null,
			assignee: by,
			supervisor: null,
			cluster: null,
			language: null,
			opened: at,
			changed: at,
			version: 1,
		})
		.execute()
	const isDanger = lane === 'danger'
	const { started } = turnClocks([], { event: isDanger ? 'received-danger' : 'received', at, time, isDanger })
	const clocks = started.filter(({ clock }) => clock !== 'first-answer')
	if (clocks.length > 0)
		await trx
			.insertInto('case_clock')
			.values(clocks.map((clock) => ({ ...clock, id: randomUUID(), case_id: id, ended: null })))
			.execute()
	await addSteps(
		trx,
		{ cases: [{ id, lane }], step: { kind: 'received', by, status: 'received' } },
		{ time, now: now() },
	)
	await insertNote(trx, { id, ...note }, { by, now: now() })
	return id
}
