/** Codes that a campaign wants: one for each language and place of a channel, so that a print run is told from another. */
import type { Language } from '#base'
import { leastRun, type CampaignChannel } from '../campaign.ts'

export type CampaignCode = {
	/** Six characters, as `tools/campaign/campaign-code` makes them. */
	code: string
	campaign: string
	channel: CampaignChannel
	language: Language
	/** `MA-08` or `MA-TAT`; none: the whole country. */
	place: string | undefined
	/** Path of the page that it leads to. */
	target: string
	printRun: number
	/** Day from which it leads nowhere more. */
	retiredOn: string | undefined
}

/** Codes as a person asks for them. Targets differ by language. */
export type CodeWish = {
	channel: CampaignChannel
	targets: readonly { language: Language; target: string }[]
	/** Codes of places; empty: one code for the whole country. */
	places: readonly string[]
	printRun: number
}

/** Longest address that a code of version 3 at level M holds, in bytes: larger squares for old cameras. */
const longestAddress = 42

/** Address that a code stands for. */
export const toCodeAddress = (origin: string, code: string): string => `${origin}/q/${code}`

/** As people read and type it: without the scheme. */
export const toShortAddress = (origin: string, code: string): string =>
	toCodeAddress(origin, code).replace(/^https?:\/\//u, '')

/** Finds the reason why codes cannot be made; `undefined` when they can. */
export const findWishFault = (
	{ targets, printRun }: CodeWish,
	origin: string,
): 'campaign.run' | 'campaign.target' | 'campaign.address' | undefined => {
	if (!Number.isSafeInteger(printRun) || printRun < leastRun || printRun > 10_000_000) return 'campaign.run'
	if (targets.length === 0 || targets.some(({ target }) => !/^\/[a-z0-9/-]+$/u.test(target)))
		return 'campaign.target'
	return new TextEncoder().encode(toCodeAddress(origin, 'AAAAAA')).length > longestAddress
		? 'campaign.address'
		: undefined
}

/** Every code that is asked for and not there yet. */
export const listWanted = (
	{ channel, targets, places }: CodeWish,
	known: readonly Pick<CampaignCode, 'channel' | 'language' | 'place' | 'retiredOn'>[],
): { language: Language; place: string | undefined; target: string }[] => {
	const wanted = targets.flatMap((one) =>
		(places.length === 0 ? [undefined] : places).map((place) => ({ ...one, place })),
	)
	return wanted.filter(
		({ language, place }) =>
			!known.some(
				(code) =>
					code.channel === channel &&
					code.language === language &&
					code.place === place &&
					code.retiredOn === undefined,
			),
	)
}

/** The code of a material: that of its place, else that of the country; `undefined` without one in use. */
export const findCodeFor = <Code extends Pick<CampaignCode, 'channel' | 'language' | 'place' | 'retiredOn'>>(
	codes: readonly Code[],
	{ channel, language, place }: { channel: CampaignChannel; language: Language; place: string | undefined },
): Code | undefined => {
	const own = codes.filter(
		(one) => one.channel === channel && one.language === language && one.retiredOn === undefined,
	)
	return own.find((one) => one.place === place) ?? own.find((one) => one.place === undefined)
}
