/** A request as its row says, locked where it is changed, with its clocks and what is added to its history. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { AppError } from '#base'
import { toQuarterHour } from '#domains/acts/server'
import {
	clockRuleIds,
	preservationInstruments,
	type PreservationInstrument,
	type PreservationUrgency,
} from '../clock-rules.ts'
import { preservationStates, type PreservationState } from '../moves.ts'
import type { RequestClock } from '../run-clocks.ts'
import type {
	PreservationQueries,
	PreservationTables,
	PreservationTransaction,
} from './preservation-tables.ts'

export type PreservationRequest = {
	id: string
	reference: string
	/** Case it came from; `undefined` for one without, and once the case is erased. */
	case: string | undefined
	/** Partner that is the authority which transmits it. */
	partner: string
	provider: string
	country: string
	instrument: PreservationInstrument
	urgency: PreservationUrgency
	state: PreservationState
	digest: string
	after: string | undefined
	draftedBy: string
	drafted: string
	transmitted: string | undefined
	acknowledgeBy: Date | undefined
	version: number
}

const oneOf = <Word extends string>(words: readonly Word[], given: string): Word => {
	const found = words.find((word) => word === given)
	if (found === undefined) throw new Error(`reading a preservation request: ${given} is no known word`)
	return found
}

export const toRequest = (row: Selectable<PreservationTables['preservation']>): PreservationRequest => ({
	id: row.id,
	reference: row.ref,
	case: row.case_id ?? undefined,
	partner: row.partner,
	provider: row.provider,
	country: row.country,
	instrument: oneOf(preservationInstruments, row.instrument),
	urgency: row.urgency,
	state: oneOf(preservationStates, row.state),
	digest: row.digest,
	after: row.after ?? undefined,
	draftedBy: row.drafted_by,
	drafted: row.drafted,
	transmitted: row.transmitted ?? undefined,
	acknowledgeBy: row.ack_due ?? undefined,
	version: row.version,
})

export const requestNotFound = (): AppError =>
	new AppError('preservation.not-found', 404, 'finding a preservation request: there is none of this id')

export const requestNotAllowed = (what: string): AppError =>
	new AppError('preservation.not-allowed', 403, `${what}: this person may not do it to this request`)

/** The request, locked until the transaction ends. @throws AppError `preservation.not-found` */
export const getLockedRequest = async (
	trx: PreservationTransaction,
	id: string,
): Promise<PreservationRequest> => {
	const row = await trx
		.selectFrom('preservation')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst()
	if (!row) throw requestNotFound()
	return toRequest(row)
}

export type StoredClock = RequestClock & { id: string; request: string }

export const toClock = (row: Selectable<PreservationTables['preservation_clock']>): StoredClock => ({
	id: row.id,
	request: row.request,
	started: row.started,
	due: row.due,
	renewed: row.renewed,
	clock: oneOf(clockRuleIds, row.clock),
	ended: row.ended ?? undefined,
})

/** Clocks of a request, what ends first at the top. */
export const listClocks = async (db: PreservationQueries, request: string): Promise<StoredClock[]> => {
	const rows = await db
		.selectFrom('preservation_clock')
		.selectAll()
		.where('request', '=', request)
		.orderBy('due')
		.orderBy('clock')
		.execute()
	return rows.map(toClock)
}

/** Puts clocks where they stand now: a clock of a request stands there once. */
export const keepClocks = async (
	trx: PreservationTransaction,
	request: string,
	clocks: readonly RequestClock[],
): Promise<void> => {
	for (const { ended, clock, started, due, renewed } of clocks)
		await trx
			.insertInto('preservation_clock')
			.values({ id: randomUUID(), request, clock, started, due, renewed, ended: ended ?? null })
			.onConflict((conflict) =>
				conflict.columns(['request', 'clock']).doUpdateSet({ due, renewed, ended: ended ?? null }),
			)
			.execute()
}

export type NewRequestStep = {
	kind: string
	by: string | null
	day?: string | undefined
	theirRef?: string | undefined
	clock?: string | undefined
	mark?: string | undefined
}

/** Adds to the history of a request whose row the transaction holds. */
export const addStep = async (
	trx: PreservationTransaction,
	request: string,
	{ step: { kind, by, day, theirRef, clock, mark }, now }: { step: NewRequestStep; now: Date },
): Promise<void> => {
	const last = await trx
		.selectFrom('preservation_step')
		.select((of) => of.fn.max('n').as('n'))
		.where('request', '=', request)
		.executeTakeFirst()
	await trx
		.insertInto('preservation_step')
		.values({
			id: randomUUID(),
			request,
			n: (last?.n ?? 0) + 1,
			kind,
			by,
			at: toQuarterHour(now),
			day: day ?? null,
			their_ref: theirRef ?? null,
			clock: clock ?? null,
			mark: mark ?? null,
		})
		.execute()
}
