import { randomUUID } from 'node:crypto'
import type { ClockEvent, DeskTime } from '../../clock/case-clock.ts'
import type { JsonValue } from '../../canonical-json.ts'
import type { Reason, Status } from '../../status.ts'
import type { CaseDatabase } from '../case-tables.ts'
import { recordActs, toQuarter } from '../record.ts'
import { turnCaseClocks } from './case-clocks.ts'

export type StepKind =
	| 'received'
	| 'opened'
	| 'moved'
	| 'category'
	| 'assigned'
	| 'answered'
	| 'reporter-wrote'
	| 'checked'
	| 'noted'
	| 'exported'
	| 'acknowledged'
	| 'held'
	| 'released'
	| 'clustered'

/** What happened, and what clocks make of it. */
export type NewStep = {
	kind: StepKind
	by: string | null
	status?: Status
	reason?: Reason
	event?: ClockEvent
	what?: Readonly<Record<string, JsonValue>>
}

/** Writes a step of a case whose row the transaction holds, turns its clocks and puts the act into the public record. */
export const addStep = async (
	trx: CaseDatabase,
	desk: { id: string; lane: string },
	{ kind, by, status, reason, event, what }: NewStep,
	time: DeskTime,
	now: Date,
): Promise<void> => {
	const at = toQuarter(now)
	const { last } = await trx
		.selectFrom('case_step')
		.select((select) => select.fn.max<number | null>('place').as('last'))
		.where('case_id', '=', desk.id)
		.executeTakeFirstOrThrow()
	await trx
		.insertInto('case_step')
		.values({
			id: randomUUID(),
			case_id: desk.id,
			kind,
			status: status ?? null,
			reason: reason ?? null,
			by,
			at,
			place: (last ?? 0) + 1,
		})
		.execute()
	if (event) await turnCaseClocks(trx, desk, event, at, time)
	await recordActs(trx, [
		{
			act: `case/${kind}`,
			by,
			at: now,
			case: desk.id,
			what: { ...(status && { status }), ...(reason && { reason }), ...what },
		},
	])
}
