import {
	findSource,
	kinds,
	channels,
	type Campaign,
	type CampaignChannel,
	type Material,
} from '#domains/programme/campaigns'
import { findCampaign, makeCodes } from '#domains/programme/campaigns/server'
import { listMaterials } from '#domains/programme/campaigns/materials/server'
import { findRegionOf } from '#domains/programme/places'
import { getSiteOrigin, campaignPlaces, shelf } from '#server/desk/campaigns/campaign-desk'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aNumber } from '../form-parts.ts'
import { campaignRefusals } from './refusals.ts'

const extents = ['country', 'regions', 'provinces'] as const

/** Places of the campaign that get a code each; none for one code in all. */
const listPlacesFor = ({ region }: Pick<Campaign, 'region'>, extent: (typeof extents)[number]): string[] => {
	if (extent === 'country') return []
	return campaignPlaces
		.filter(({ kind }) =>
			extent === 'regions' ? kind === 'region' : kind === 'province' || kind === 'prefecture',
		)
		.map(({ code }) => code)
		.filter((code) => region === undefined || findRegionOf(campaignPlaces, code) === region)
}

/** The page that materials of a channel come from, in each language. */
const listTargets = (materials: readonly Material[], channel: CampaignChannel) =>
	[
		...new Map(
			materials.filter(({ kind }) => kinds[kind] === channel).map((one) => [one.language, one]),
		).values(),
	].flatMap(({ source, language }) => {
		const target = findSource(shelf, source, language)?.target
		return target === undefined ? [] : [{ language, target }]
	})

/** Makes the codes of a channel, for its languages and places. */
export const makeCodesAct = deskAction(
	{
		may: ['write', 'campaign'],
		form: v.object({ channel: v.picklist(channels), extent: v.picklist(extents), run: aNumber }),
		refusals: campaignRefusals,
		keeps: ['run'],
		writes: ['campaign/codes'],
	},
	async ({ channel, extent, run }, { staff, event }) => {
		const db = getDatabase().kysely
		const id = event.params['id'] ?? ''
		const campaign = await findCampaign(db, id, staff)
		const materials = campaign ? await listMaterials(db, campaign) : []
		const wish = {
			channel,
			printRun: run,
			targets: listTargets(materials, channel),
			places: campaign ? listPlacesFor(campaign, extent) : [],
		}
		const ground = { places: campaignPlaces, origin: getSiteOrigin(event.url) }
		return { codes: await makeCodes(db, { id, wish, ground }, { person: staff, now: new Date() }) }
	},
)
