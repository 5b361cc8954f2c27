import { AppError } from '#base'
import { makeKit } from '#domains/programme/campaigns/making/server'
import { findCampaign, listCodes } from '#domains/programme/campaigns/server'
import { listMaterials } from '#domains/programme/campaigns/materials/server'
import { readConfig } from '#platform'
import { getSiteOrigin, campaignPlaces, shelf } from '#server/desk/campaigns/campaign-desk'
import { getId } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { getDatabase } from '#server/process/database'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The kit of a campaign as a ZIP file: of one place, or of all. */
export const GET: RequestHandler = async (event) => {
	const staff = requireMay(event, 'read', 'campaign')
	const db = getDatabase().kysely
	const campaign = await findCampaign(db, getId(event.params.id), staff)
	const asked = event.url.searchParams.get('place') ?? ''
	const place = asked === '' ? undefined : asked
	const isKnown = place === undefined || campaignPlaces.some(({ code }) => code === place)
	if (!campaign || !isKnown) error(404, 'page.not-found')
	const [materials, codes] = [await listMaterials(db, campaign), await listCodes(db, campaign.id)]
	const where = { origin: getSiteOrigin(event.url), dataDir: readConfig().dataDir, place }
	try {
		const kit = await makeKit({ campaign, materials, codes, shelf, ...where })
		const name = `kit-${campaign.from}${place === undefined ? '' : `-${place}`}.zip`
		return new Response(kit.slice().buffer, {
			headers: {
				'content-type': 'application/zip',
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'no-store',
			},
		})
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'campaign.nothing') error(404, 'page.not-found')
		throw problem
	}
}
