import { findCampaign } from '#domains/programme/campaigns/server'
import { deskActs } from '#server/acts/desk-acts'
import { listEveryEvent } from '#server/desk/campaigns/campaign-events'
import { getWords } from '#server/desk/campaigns/campaign-desk'
import { readCampaignPage } from '#server/desk/campaigns/campaign-page'
import { getColleagues, getId, getToday, toNames } from '#server/desk/case-desk'
import { findSecondFrom } from '#server/desk/second'
import { requireMay } from '#server/desk/session'
import { getDatabase } from '#server/process/database'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** A campaign, as this person may read and change it. One of another region is not there. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'campaign')
	const campaign = await findCampaign(getDatabase().kysely, getId(event.params.id), staff)
	if (!campaign) error(404, 'page.not-found')
	const page = await readCampaignPage(campaign, {
		staff,
		words: getWords(staff, event.url),
		url: event.url,
		isSecond: (await findSecondFrom(event.url, staff.id)) === undefined,
		names: toNames(await getColleagues(event.url)),
	})
	return { ...page, events: listEveryEvent(), today: getToday() }
}

export const actions = deskActs['/desk/campaigns/[id]']
