import { randomUUID } from 'node:crypto'
import {
	getEnding,
	isClockId,
	startsClock,
	turnClocks,
	type ClockEvent,
	type ClockMoment,
} from '../clock/case-clock.ts'
import type { CaseTransaction } from './case-tables.ts'

/** Those of several cases whose clocks an event can change: it starts a clock for any case, or ends one that runs. */
export const listTouched = async <One extends { id: string }>(
	trx: CaseTransaction,
	cases: readonly One[],
	event: ClockEvent,
): Promise<readonly One[]> => {
	if (cases.length === 1 || startsClock(event)) return cases
	const rows = await trx
		.selectFrom('case_clock')
		.select('case_id')
		.where(
			'case_id',
			'in',
			cases.map(({ id }) => id),
		) // prettier-ignore
		.where('ended', 'is', null)
		.where('clock', 'in', getEnding(event))
		.execute()
	const touched = new Set(rows.map(({ case_id }) => case_id))
	return cases.filter(({ id }) => touched.has(id))
}

/** Ends and starts the clocks of a case at an event. */
export const turnCaseClocks = async (
	trx: CaseTransaction,
	found: { id: string; lane: string },
	{ event, at, time }: Omit<ClockMoment, 'isDanger'>,
): Promise<void> => {
	const rows = await trx
		.selectFrom('case_clock')
		.select(['clock', 'started', 'due'])
		.where('case_id', '=', found.id)
		.where('ended', 'is', null)
		.execute()
	const running = rows.flatMap(({ clock, ...times }) => (isClockId(clock) ? [{ clock, ...times }] : []))
	const turn = turnClocks(running, { event, at, time, isDanger: found.lane === 'danger' })
	if (turn.ended.length > 0)
		await trx
			.updateTable('case_clock')
			.set({ ended: at })
			.where('case_id', '=', found.id)
			.where('ended', 'is', null)
			.where('clock', 'in', turn.ended)
			.execute()
	if (turn.started.length > 0)
		await trx
			.insertInto('case_clock')
			.values(turn.started.map((clock) => ({ ...clock, id: randomUUID(), case_id: found.id, ended: null })))
			.execute()
}
