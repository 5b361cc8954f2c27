import { isUuid } from '#base'
import { findReported, findRequest } from '#domains/exchange/preservation/server'
import { findOwnKey } from '#domains/people/server/keys'
import { getPreservationDesk, listAuthorityPartners } from '#server/desk/preservation-desk'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** An id that an address asks for; nothing where it asks for none. @throws HttpError 404 for what is no id */
const readId = (query: URLSearchParams, name: string): string | undefined => {
	const asked = query.get(name)
	if (asked === null) return undefined
	return isUuid(asked) ? asked : error(404, 'page.not-found')
}

/** Authorities that a draft can be for, and the persons whom it is sealed for. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'write', 'preservation')
	const { db } = getPreservationDesk()
	const after = readId(event.url.searchParams, 'after')
	const before = after === undefined ? undefined : await findRequest(db, after, staff)
	const caseId = readId(event.url.searchParams, 'case')
	return {
		authorities: await listAuthorityPartners(staff.id, getDeskLanguage(staff, event.url)),
		hasKey: (await findOwnKey(db, staff.id)) !== undefined,
		caseId,
		heldAgainst: await findReported(db, caseId ?? before?.case),
		after: before && { id: before.id, reference: before.reference },
	}
}
