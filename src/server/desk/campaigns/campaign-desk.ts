/** Shared by pages of campaigns: where words come from, the places of the country, the address that codes stand for. */
import { library } from '#domains/guide/server'
import { findCodeFor, toCodeAddress, type CampaignCode } from '#domains/programme/campaigns/codes'
import { findSource, kinds, type Material, type SourceShelf } from '#domains/programme/campaigns'
import { getKitKey } from '#domains/programme/campaigns/making/server'
import { findRegionOf, getPlaceName, listPlaces } from '#domains/programme/places'
import { skills } from '#domains/skills/server'
import { readConfig } from '#platform'
import { createWords, type Words } from '#ui/words'
import type { SignedIn } from '#domains/people/server'
import { getDeskLanguage } from '../session.ts'

export const shelf: SourceShelf = { library, lessons: skills.lessons }

export const campaignPlaces = listPlaces(library.regions)

/** The public address of the site: the operator's, else the one under which it is asked. */
export const getSiteOrigin = (url: URL): string => readConfig().origin ?? url.origin

/** Address that a material carries: that of its code for the country, of any code of its language, or of its page. */
export const toMaterialLink = (
	{ kind, language, source }: Pick<Material, 'kind' | 'language' | 'source'>,
	codes: readonly CampaignCode[],
	origin: string,
): string => {
	const channel = kinds[kind]
	const code =
		findCodeFor(codes, { channel, language, place: undefined }) ??
		codes.find((one) => one.channel === channel && one.language === language && one.retiredOn === undefined)
	return code
		? toCodeAddress(origin, code.code)
		: `${origin}${findSource(shelf, source, language)?.target ?? ''}`
}

/** The longest address that any text can carry, so that lengths that were agreed to hold for all codes. */
export const toAnyLink = (origin: string): string => toCodeAddress(origin, 'AAAAAA')

/** The name of a place, or of the country where there is none. */
export const sayPlace = (
	{ t, language }: Pick<Words, 't' | 'language'>,
	code: string | undefined,
): string => {
	const place = campaignPlaces.find((one) => one.code === code)
	return place && place.kind !== 'country' ? getPlaceName(place, language).words : t('campaign.country')
}

/** Places that something of a campaign can have happened in, by code and name. */
export const listPlaceChoices = (
	words: Pick<Words, 't' | 'language'>,
	region: string | undefined,
): { code: string; name: string }[] =>
	campaignPlaces
		.filter(({ code }) => region === undefined || findRegionOf(campaignPlaces, code) === region)
		.map(({ code }) => ({ code, name: sayPlace(words, code) }))

/** The words of a page for whoever reads it: names of places and days are said on the server. */
export const getWords = (staff: SignedIn, url: URL): Words => createWords(getDeskLanguage(staff, url))

/** The public half of the key that kits are signed with. */
export const findKitKey = (url: URL): Promise<string> =>
	getKitKey({ origin: getSiteOrigin(url), dataDir: readConfig().dataDir })
