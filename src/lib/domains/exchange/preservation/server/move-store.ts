import { AppError, hour } from '#base'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import type { Person } from '#domains/people'
import { acknowledgeWithin } from '../clock-rules.ts'
import type { PreservationEvent, PreservationState } from '../moves.ts'
import { applyToClocks, isRenewable, toUtcDay } from '../run-clocks.ts'
import { checkAgreement, checkDay, checkMove } from './move-gate.ts'
import type { PreservationDesk, PreservationTransaction } from './preservation-tables.ts'
import {
	addStep,
	getLockedRequest,
	keepClocks,
	listClocks,
	type PreservationRequest,
} from './request-rows.ts'
import { findStanding } from './standing.ts'

/** Kind of act in the public record that an event leaves. */
const actOf = {
	'ask-review': 'preservation/review-asked',
	return: 'preservation/returned',
	transmit: 'preservation/transmitted',
	acknowledge: 'preservation/acknowledged',
	preserve: 'preservation/preserved',
	extend: 'preservation/extended',
	file: 'preservation/filed',
	disclose: 'preservation/disclosed',
	refuse: 'preservation/refused',
	withdraw: 'preservation/withdrawn',
	lapse: 'preservation/lapsed',
} as const satisfies Readonly<Record<PreservationEvent, string>>

export type MoveOf = {
	id: string
	/** As it was read: nobody moves what has changed since. */
	version: number
	event: Exclude<PreservationEvent, 'lapse'>
	/** Civil day of what the other side did, as it has told; today where nothing is said. */
	on?: string | undefined
	/** Their own reference. */
	theirRef?: string | undefined
}

/** Writes a move of a request whose row the transaction holds: state, clocks, step, record. */
export const writeMove = async (
	trx: PreservationTransaction,
	found: PreservationRequest,
	{
		event,
		to,
		on,
		by,
		theirRef,
		now,
	}: {
		event: PreservationEvent
		to: PreservationState
		on: string
		by: string | null
		theirRef?: string | undefined
		now: Date
	},
): Promise<void> => {
	const clocks = await listClocks(trx, found.id)
	if (event === 'extend' && !clocks.some(isRenewable))
		throw new AppError('preservation.no-renewal', 409, 'extending a request: no clock of it can be renewed')
	await keepClocks(trx, found.id, applyToClocks(clocks, { instrument: found.instrument, event, on }))
	const isSent = event === 'transmit'
	await trx
		.updateTable('preservation')
		.set({
			state: to,
			changed: toQuarterHour(now),
			version: found.version + 1,
			transmitted: isSent ? on : (found.transmitted ?? null),
			ack_due: isSent ? new Date(now.getTime() + acknowledgeWithin[found.urgency] * hour) : null,
		})
		.where('id', '=', found.id)
		.execute()
	await addStep(trx, found.id, { step: { kind: event, by, day: on, theirRef }, now })
	await recordActs(trx, [
		{
			act: actOf[event],
			by,
			at: now,
			what: { request: found.id },
			...(found.case === undefined ? {} : { case: found.case }),
		},
	])
}

/**
 * Moves a request. Only who stands for its authority transmits it, and never who drafted it.
 *
 * @throws AppError `preservation.not-found`, `preservation.not-allowed`, `preservation.no-move`, `preservation.changed`, `preservation.agreement`,
 * `preservation.day`, `preservation.no-renewal`
 */
export const moveRequest = ({ db, now }: PreservationDesk, move: MoveOf, by: Person): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const found = await getLockedRequest(trx, move.id)
		const to = checkMove(move.event, found, await findStanding(trx, by))
		if (found.version !== move.version)
			throw new AppError('preservation.changed', 409, 'moving a request: it was changed since it was read')
		const [at, today] = [now(), toUtcDay(now())]
		const isOfOthers = move.event === 'acknowledge' || move.event === 'preserve' || move.event === 'extend'
		const on = isOfOthers ? (move.on ?? today) : today
		checkDay(on, found, today)
		if (move.event === 'transmit') await checkAgreement(trx, found, today)
		await writeMove(trx, found, {
			event: move.event,
			to,
			on,
			by: by.id,
			now: at,
			theirRef: isOfOthers ? move.theirRef : undefined,
		})
	})
