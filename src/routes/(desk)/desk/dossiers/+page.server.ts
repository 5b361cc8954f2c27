import { toReference } from '#domains/cases'
import { listLeft } from '#domains/leaving/server'
import { may } from '#domains/people'
import { getCaseDatabase, getColleagues } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Lines that the page shows. */
const most = 300

/** Lists what leaves the desk and how far it is: for the liaison everything, for who works on cases what is theirs. No word of what it says. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'dossier')
	const now = new Date()
	const near = may(staff, 'read', 'dossier', 'unit') ? undefined : staff.id
	const [people, left] = [
		await getColleagues(event.url),
		await listLeft(getCaseDatabase(), { near, now, most }),
	]
	return {
		left: left.map(({ case: of, by, ...line }) => ({
			...line,
			case: of,
			reference: toReference(of),
			by: by === undefined ? undefined : (people.get(by)?.name ?? '–'),
		})),
		isCut: left.length === most,
		most,
		now,
		maySend: may(staff, 'send', 'dossier', 'unit'),
		seesCases: may(staff, 'list', 'case'),
	}
}

export const actions = deskActs['/desk/dossiers']
