/** Gates before a move: who may make it, whether an agreement covers it, which day it can have had. */
import { AppError } from '#base'
import { mayFlow } from '#domains/exchange/partners'
import { findPartner } from '#domains/exchange/partners/server'
import { findPreservationMove, type PreservationEvent, type PreservationState } from '../moves.ts'
import { isCivilDay } from '../run-clocks.ts'
import type { PreservationTransaction } from './preservation-tables.ts'
import { requestNotAllowed, requestNotFound, type PreservationRequest } from './request-rows.ts'
import { isAuthorityOf, maySeeRequest, type RequestStanding } from './standing.ts'

/** @throws AppError `preservation.no-move`, `preservation.not-allowed` */
export const checkMove = (
	event: PreservationEvent,
	found: PreservationRequest,
	standing: RequestStanding,
): PreservationState => {
	if (!maySeeRequest(standing, found)) throw requestNotFound()
	const move = findPreservationMove(found.state, event)
	if (!move)
		throw new AppError('preservation.no-move', 409, 'moving a request: its state has no such next step')
	const isAuthority = isAuthorityOf(standing, found)
	const isFree = move.by === 'either' || (move.by === 'hotline' ? standing.isHotline : isAuthority)
	if (!isFree) throw requestNotAllowed('moving a request')
	return move.to
}

/** Requires an agreement that holds and covers what the partner is asked to do. @throws AppError `preservation.agreement` */
export const checkAgreement = async (
	trx: PreservationTransaction,
	{ partner }: PreservationRequest,
	today: string,
): Promise<void> => {
	const found = await findPartner(trx, partner)
	if (!found || !mayFlow(found, 'preservation', today))
		throw new AppError('preservation.agreement', 409, 'transmitting a request: no agreement covers it today')
}

/** A day may not lie ahead, nor before what was done last. @throws AppError `preservation.day` */
export const checkDay = (on: string, { drafted, transmitted }: PreservationRequest, today: string): void => {
	if (!isCivilDay(on) || on > today || on < (transmitted ?? drafted))
		throw new AppError('preservation.day', 409, 'moving a request: the day lies ahead, or before it was sent')
}
