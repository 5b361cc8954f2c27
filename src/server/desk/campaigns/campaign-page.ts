/** A campaign as its page shows it to one person. */
import { languages } from '#base'
import { listSources, type Campaign } from '#domains/programme/campaigns'
import { listCodes, mayOn } from '#domains/programme/campaigns/server'
import { listMaterials, listUses } from '#domains/programme/campaigns/materials/server'
import type { SignedIn } from '#domains/people/server'
import type { Words } from '#ui/words'
import { getDatabase } from '#server/process/database'
import { findKitKey, getSiteOrigin, listPlaceChoices, sayPlace, shelf } from './campaign-desk.ts'
import { toMaterialViews } from './material-views.ts'

type Reader = {
	staff: SignedIn
	words: Words
	url: URL
	isSecond: boolean
	names: Readonly<Record<string, string>>
}

/** Sources with titles in the reader's own language where they have one. */
const listChoices = ({ audiences, languages: own }: Campaign, { words }: Reader) => {
	const first = [words.language, ...own.filter((language) => language !== words.language)]
	return listSources(
		shelf,
		audiences,
		first.filter((language) => own.includes(language) || languages.includes(language)),
	)
		.map((source) => ({
			...source,
			languages: source.languages.filter((language) => own.includes(language)),
		}))
		.filter((source) => source.languages.length > 0)
}

export const readCampaignPage = async (campaign: Campaign, reader: Reader) => {
	const db = getDatabase().kysely
	const { staff, words, url, isSecond, names } = reader
	const origin = getSiteOrigin(url)
	const codes = await listCodes(db, campaign.id)
	const materials = await listMaterials(db, campaign)
	const views = toMaterialViews(materials, { campaign, codes, origin, person: staff, isSecond, names })
	const uses = await listUses(db, campaign.id)
	return {
		campaign,
		materials: views,
		where: sayPlace(words, campaign.region),
		codes: codes.map((code) => ({ ...code, where: sayPlace(words, code.place) })),
		sources: listChoices(campaign, reader),
		uses: uses.map((use) => ({ ...use, where: sayPlace(words, use.place) })),
		places: listPlaceChoices(words, campaign.region),
		kitPlaces: [
			...new Set(codes.flatMap(({ place, retiredOn }) => (retiredOn === undefined && place ? [place] : []))),
		].map((code) => ({ code, name: sayPlace(words, code) })),
		mayWrite: mayOn(staff, ['write', 'campaign'], campaign),
		mayWriteMaterial: mayOn(staff, ['write', 'material'], campaign),
		mayApprove: mayOn(staff, ['approve', 'material'], campaign),
		hasKit: views.some(({ state }) => state === 'approved'),
		kitKey: await findKitKey(url),
	}
}
