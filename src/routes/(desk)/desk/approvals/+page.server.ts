import { isUuid } from '#base'
import { toReference } from '#domains/cases'
import { listApprovals } from '#domains/approvals/server'
import { isSecondPerson, may, type FourEyesAct } from '#domains/people'
import { getCaseDatabase, getColleagues } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { findSecondFrom } from '#server/desk/second'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Acts that are about no case: they are agreed to on pages of their own. */
const elsewhere: ReadonlySet<FourEyesAct> = new Set([
	'publish-plan',
	'publish-indicator',
	'publish-figures',
	'correct-figure',
])

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'approval')
	const people = await getColleagues(event.url)
	const all = await listApprovals(getCaseDatabase(), new Date())
	const secondFrom = await findSecondFrom(event.url, staff.id)
	return {
		secondFrom,
		approvals: all
			.filter(
				({ act, askedBy }) =>
					askedBy === staff.id ||
					may(staff, 'list', 'approval', 'all') ||
					isSecondPerson(act, { id: askedBy }, staff, 'unit'),
			)
			.map(({ id, act, subject, askedBy, askedAt, decidedBy, state, digest }) => ({
				id,
				act,
				askedAt,
				state,
				digest,
				subject,
				case:
					isUuid(subject) && !elsewhere.has(act)
						? { id: subject, reference: toReference(subject) }
						: undefined,
				asker: people.get(askedBy)?.name ?? '–',
				decider: decidedBy === undefined ? undefined : (people.get(decidedBy)?.name ?? '–'),
				isMine: askedBy === staff.id,
				mayDecide: !secondFrom && isSecondPerson(act, { id: askedBy }, staff, 'unit'),
			})),
	}
}

export const actions = deskActs['/desk/approvals']
