import { countFreeSlots, listCampaigns } from '#domains/programme/campaigns/server'
import { may } from '#domains/people'
import { deskActs } from '#server/acts/desk-acts'
import { listComingEvents } from '#server/desk/campaigns/campaign-events'
import { getWords, campaignPlaces, sayPlace } from '#server/desk/campaigns/campaign-desk'
import { getToday } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { getDatabase } from '#server/process/database'
import type { PageServerLoad } from './$types'

/** The year's events, and the campaigns that this person may read. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'campaign')
	const db = getDatabase().kysely
	const words = getWords(staff, event.url)
	const { t, date } = words
	const today = getToday()
	const { events, unknown } = listComingEvents(today)
	const regions = campaignPlaces.filter(
		({ kind, code }) => kind === 'region' && (!staff.region || staff.region === code),
	)
	return {
		events,
		unknown,
		dates: events.map(({ from, until }) => (from === until ? date(from) : `${date(from)} – ${date(until)}`)),
		campaigns: (await listCampaigns(db, staff)).map((campaign) => ({
			...campaign,
			where: sayPlace(words, campaign.region),
		})),
		mayWrite: may(staff, 'write', 'campaign'),
		freeSlots: await countFreeSlots(db),
		regions: [
			...(staff.region ? [] : [{ code: '', name: t('campaign.country') }]),
			...regions.map(({ code }) => ({ code, name: sayPlace(words, code) })),
		],
	}
}

export const actions = deskActs['/desk/campaigns']
