import { may, type Person } from '#domains/people'
import { findAuthorityOf } from '#domains/exchange/preservation/authorities/server'
import type { PreservationQueries } from './preservation-tables.ts'
import type { PreservationRequest } from './request-rows.ts'

/** Standing of a person towards requests: of the hotline, or of one authority. Nobody is both. */
export type RequestStanding = {
	isHotline: boolean
	/** Partner whose requests this person transmits; `undefined` for everybody who stands for no authority. */
	authority: string | undefined
	person: string
}

export const findStanding = async (db: PreservationQueries, person: Person): Promise<RequestStanding> => {
	const isHotline = may(person, 'write', 'preservation')
	const isOfAuthority = !isHotline && may(person, 'transmit', 'preservation')
	const link = isOfAuthority ? await findAuthorityOf(db, person.id) : undefined
	return { isHotline, authority: link?.partner, person: person.id }
}

/** True when a person acts for the authority of this request, and has not drafted it. */
export const isAuthorityOf = (
	{ isHotline, authority, person }: RequestStanding,
	{ partner, draftedBy }: Pick<PreservationRequest, 'partner' | 'draftedBy'>,
): boolean => !isHotline && authority === partner && draftedBy !== person

/** True when a person may see a request: the hotline all, an authority its own, while it is asked and once it has transmitted. */
export const maySeeRequest = (
	standing: RequestStanding,
	request: Pick<PreservationRequest, 'partner' | 'draftedBy' | 'state' | 'transmitted'>,
): boolean =>
	standing.isHotline ||
	(isAuthorityOf(standing, request) &&
		(request.state === 'authority-review' || request.transmitted !== undefined))
