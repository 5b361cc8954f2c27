/** A campaign: for whom, in which languages, by which channels, from which day to which. Days are civil days, `2027-02-09`. */
import type { Language } from '#base'
import type { planAudiences } from '#domains/programme/plan/choices'

export type CampaignAudience = (typeof planAudiences)[number]

/** Ways to people. Arrivals are counted by campaign and channel, never by person. */
export const channels = ['print', 'social', 'sms', 'radio'] as const
export type CampaignChannel = (typeof channels)[number]

/** Kinds of materials, each with the channel that carries it. */
export const kinds = {
	'poster-a3': 'print',
	'poster-a4': 'print',
	leaflet: 'print',
	card: 'print',
	square: 'social',
	story: 'social',
	link: 'social',
	caption: 'social',
	sms: 'sms',
	'radio-20': 'radio',
	'radio-30': 'radio',
	'radio-45': 'radio',
} as const satisfies Readonly<Record<string, CampaignChannel>>
export type MaterialKind = keyof typeof kinds

export const materialKinds = Object.keys(kinds) as readonly MaterialKind[]

/** True for what is read or heard as plain text: its words are written by hand, and its length counts. */
export const isSpokenKind = (kind: MaterialKind): boolean =>
	kind === 'caption' || kinds[kind] === 'sms' || kinds[kind] === 'radio'

/** Fewest copies that share one code: a code in one hand would be a mark on a person. */
export const leastRun = 50

/** Campaign and channel have a cell of their own among these, fixed before anybody comes. */
export const campaignSlotCount = 64

export type Campaign = {
	id: string
	title: string
	/** Event of the calendar that it belongs to; none: a campaign of its own. */
	event: string | undefined
	from: string
	until: string
	audiences: readonly CampaignAudience[]
	languages: readonly Language[]
	channels: readonly CampaignChannel[]
	/** Region that it is for; none: the whole country. */
	region: string | undefined
	madeBy: string
	/** Raised by each edit. */
	version: number
}

/** A campaign as a person fills it in. */
export type CampaignDraft = Omit<Campaign, 'id' | 'madeBy' | 'version'>

/** Longest campaign, in days: what runs longer is no campaign. */
const longest = 366

const toDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Finds the reason why a draft cannot be kept; `undefined` when it can. */
export const findDraftFault = ({
	title,
	from,
	until,
	audiences,
	languages,
	channels: ways,
}: CampaignDraft): 'campaign.title' | 'campaign.days' | 'campaign.empty' | undefined => {
	if (title.trim() === '' || title.length > 120) return 'campaign.title'
	const length = toDays(until) - toDays(from)
	if (!(length >= 0 && length <= longest)) return 'campaign.days'
	return audiences.length === 0 || languages.length === 0 || ways.length === 0 ? 'campaign.empty' : undefined
}
