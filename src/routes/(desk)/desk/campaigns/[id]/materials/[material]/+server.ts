import { findCodeFor } from '#domains/programme/campaigns/codes'
import { findSource, kinds } from '#domains/programme/campaigns'
import { makeMaterialFile } from '#domains/programme/campaigns/making/server'
import { findCampaign, listCodes } from '#domains/programme/campaigns/server'
import { listMaterials } from '#domains/programme/campaigns/materials/server'
import { getSiteOrigin, shelf } from '#server/desk/campaigns/campaign-desk'
import { getId } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { getDatabase } from '#server/process/database'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** One material as it will be printed or shown, to look at before anybody agrees. */
export const GET: RequestHandler = async (event) => {
	const staff = requireMay(event, 'read', 'campaign')
	const db = getDatabase().kysely
	const campaign = await findCampaign(db, getId(event.params.id), staff)
	const materials = campaign ? await listMaterials(db, campaign) : []
	const material = materials.find(({ id }) => id === event.params.material)
	const source = material && findSource(shelf, material.source, material.language)
	if (!material || !source) error(404, 'page.not-found')
	const codes = await listCodes(db, material.campaign)
	const { language, kind } = material
	const code = findCodeFor(codes, { channel: kinds[kind], language, place: campaign?.region })?.code
	const lead = { origin: getSiteOrigin(event.url), code, target: source.target }
	const { bytes, type, end } = await makeMaterialFile(material, { source, lead, at: new Date(0) })
	return new Response(bytes.slice().buffer, {
		headers: {
			'content-type': type,
			'content-disposition': `inline; filename="${kind}-${language}.${end}"`,
			'cache-control': 'no-store',
		},
	})
}
