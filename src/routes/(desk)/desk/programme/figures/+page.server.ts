import { may } from '#domains/people'
import { indicators, listProposals, type Proposal } from '#domains/programme/figures/server'
import { deskActs } from '#server/acts/desk-acts'
import { isSecondFor, listPlaceNames } from '#server/acts/programme-figures/figure-parts'
import { getColleagues } from '#server/desk/case-desk'
import { listReportable } from '#server/desk/programme/report-view'
import { findSecondFrom } from '#server/desk/second'
import { requireMay } from '#server/desk/session'
import { listCountConflicts } from '#server/upkeep/counting/release'
import { getDatabase } from '#server/process/database'
import type { PageServerLoad } from './$types'

const acts = { figures: 'publish-figures', erratum: 'correct-figure' } as const

/** Numbers that wait for a second person, and the forms to propose some, to put one right, to set a target. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'figure')
	const people = await getColleagues(event.url)
	const secondFrom = await findSecondFrom(event.url, staff.id)
	const findNext = ({ by, region, content, approval }: Proposal): 'decide' | 'ask-again' | 'wait' => {
		if (!approval) return by === staff.id ? 'ask-again' : 'wait'
		const isSecond =
			!secondFrom && isSecondFor(staff, { act: acts[content.kind], by: approval.askedBy, region })
		return isSecond ? 'decide' : 'wait'
	}
	const { deskLanguage = 'fr' } = event.locals
	return {
		secondFrom,
		mayPublish: may(staff, 'publish', 'figure'),
		reportable: listReportable(staff),
		mayTarget: may(staff, 'write', 'programme'),
		indicators,
		conflicts: await listCountConflicts(),
		places: listPlaceNames(deskLanguage),
		waiting: (await listProposals(getDatabase().kysely, new Date())).map((one) => ({
			...{ id: one.id, digest: one.digest, content: one.content, next: findNext(one) },
			asker: people.get(one.by)?.name ?? '–',
		})),
	}
}

export const actions = deskActs['/desk/programme/figures']
