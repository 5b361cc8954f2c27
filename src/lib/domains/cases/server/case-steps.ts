import { randomUUID } from 'node:crypto'
import type { ClockEvent, DeskTime } from '../clock/case-clock.ts'
import type { JsonValue } from '#tools/files/canonical-json'
import type { StepKind } from '#domains/acts'
import type { Reason, Status } from '../status.ts'
import type { CaseTransaction } from './case-tables.ts'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import { listTouched, turnCaseClocks } from './case-clocks.ts'

/** Step of a case, and its event for the clocks. */
export type NewStep = {
	kind: StepKind
	by: string | null
	status?: Status
	reason?: Reason
	event?: ClockEvent
	what?: Readonly<Record<string, JsonValue>>
}

type Place = { id: string; lane: string }

const getLastPlaces = async (
	trx: CaseTransaction,
	ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
	const rows = await trx
		.selectFrom('case_step')
		.select(['case_id', (select) => select.fn.max<number>('place').as('last')])
		.where('case_id', 'in', [...ids])
		.groupBy('case_id')
		.execute()
	return new Map(rows.map(({ case_id, last }) => [case_id, last]))
}

/**
 * Writes the same step of cases whose rows the transaction holds, turns their clocks and puts the acts into the public record. A step
 * and its entry there have the same id.
 */
export const addSteps = async (
	trx: CaseTransaction,
	{ cases, step }: { cases: readonly Place[]; step: NewStep },
	{ time, now }: { time: DeskTime; now: Date },
): Promise<void> => {
	const { kind, by, status, reason, event, what } = step
	const at = toQuarterHour(now)
	const last = await getLastPlaces(
		trx,
		cases.map(({ id }) => id),
	)
	const written = cases.map((one) => ({ one, stepId: randomUUID() }))
	await trx
		.insertInto('case_step')
		.values(
			written.map(({ one: { id }, stepId }) => ({
				id: stepId,
				case_id: id,
				kind,
				by,
				at,
				status: status ?? null,
				reason: reason ?? null,
				place: (last.get(id) ?? 0) + 1,
			})),
		)
		.execute()
	if (event)
		for (const one of await listTouched(trx, cases, event))
			await turnCaseClocks(trx, one, { event, at, time })
	const said = { ...(status && { status }), ...(reason && { reason }), ...what }
	await recordActs(
		trx,
		written.map(({ one: { id }, stepId: entry }) => ({
			act: `case/${kind}` as const,
			by,
			at: now,
			case: id,
			what: said,
			entry,
		})),
	)
}
