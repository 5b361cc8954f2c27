import type { Language } from '#base'
import { library } from '#domains/guide/server'
import { may } from '#domains/people'
import { listSlotHolders } from '#domains/programme/campaigns/server'
import { listReleasedParts } from '#domains/programme/counting/server'
import { indicators, listProposals, type Proposal } from '#domains/programme/figures/server'
import { deskActs } from '#server/acts/desk-acts'
import { isSecondFor, listPlaceNames } from '#server/acts/programme-figures/figure-parts'
import { getColleagues } from '#server/desk/case-desk'
import { listReportable } from '#server/desk/programme/report-view'
import { findSecondFrom } from '#server/desk/second'
import { requireMay } from '#server/desk/session'
import { allPlaces } from '#server/public/scoreboard'
import { getFigureFacts } from '#server/upkeep/counting/facts'
import { listCountConflicts } from '#server/upkeep/counting/release'
import { getDatabase } from '#server/process/database'
import { createWords } from '#ui/words'
import type { PageServerLoad } from './$types'

const acts = { figures: 'publish-figures', erratum: 'correct-figure' } as const

/** What was counted with noise and released, as everybody reads it, with the campaign that held a slot. */
const getCounted = async (asked: string | undefined, language: Language) => {
	const db = getDatabase().kysely
	const tables = await listReleasedParts(db, getFigureFacts(), asked)
	const quarter = tables.find(({ period }) => period.includes('Q'))?.period
	const holders = quarter === undefined ? [] : await listSlotHolders(db, quarter)
	const { t } = createWords(language)
	return {
		tables,
		places: allPlaces,
		topics: Object.fromEntries(library.topics.map(({ id, title }) => [id, title[language]])),
		slots: Object.fromEntries(
			holders.map(({ slot, title, channel }) => [
				String(slot),
				`${title} · ${t(`campaign.channel.${channel}`)}`,
			]),
		),
	}
}

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
		counted: await getCounted(event.url.searchParams.get('period') ?? undefined, deskLanguage),
		waiting: (await listProposals(getDatabase().kysely, new Date())).map((one) => ({
			id: one.id,
			digest: one.digest,
			content: one.content,
			next: findNext(one),
			asker: people.get(one.by)?.name ?? '–',
		})),
	}
}

export const actions = deskActs['/desk/programme/figures']
