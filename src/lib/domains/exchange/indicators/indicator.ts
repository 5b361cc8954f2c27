/** Indicators: what partners block by, who gets them, how long they hold. */
import { day } from '#base'
import { tlpLevels, type Pap, type PartnerKind, type Tlp } from '#domains/exchange/partners'

/** Kinds of things that are looked for: a name, an address of the web, digests of a file, a digest by how a picture looks (PDQ). */
export const indicatorKinds = ['domain', 'url', 'sha256', 'md5', 'pdq'] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** Circles of partners. Each indicator names those that get it. */
export const indicatorAudiences = ['partners', 'isps', 'browsers', 'platforms'] as const
export type IndicatorAudience = (typeof indicatorAudiences)[number]

/** Markings that an indicator can have: what is for named persons only (`red`) is published in no list. */
export const publishedTlps = tlpLevels.filter((tlp) => tlp !== 'red')

/**
 * `offered`: a partner says so, nobody here has looked yet. `taken`: the same once the desk proposes it, kept for its marking. `proposed`: one person
 * of the desk asks for it. `published`: a second agreed. `refused`: the second did not.
 */
export type IndicatorState =
	| 'offered'
	| 'taken'
	| 'proposed'
	| 'refused'
	| 'published'
	| 'withdrawn'
	| 'expired'

/** Why something is withdrawn; the words stand in the messages. */
export const withdrawReasons = ['removed', 'mistaken', 'shared', 'appeal', 'order'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/** Owner of what the desk itself states; else the id of a partner. */
export const ourselves = 'us'

export type Indicator = {
	/** UUID version 5 of kind, value, owner and life: the same on every machine. In STIX `indicator--` stands before it. */
	id: string
	kind: IndicatorKind
	/** In the one spelling of its kind (`toCanonicalValue()`). */
	value: string
	owner: string
	audiences: readonly IndicatorAudience[]
	tlp: Tlp
	pap: Pap
	validFrom: Date
	validUntil: Date
	/** 0 until it is published; 1 then, and one more with each change. */
	version: number
	state: IndicatorState
	reason: WithdrawReason | undefined
	/** Proposals that are agreed to together. */
	batch: string | undefined
	proposedBy: string | undefined
	approvedBy: string | undefined
	created: Date
	modified: Date
	/** Time of the last change in microseconds since 1970; no two changes have the same. 0 until it is published. */
	added: number
}

/** Time for which an indicator holds, in milliseconds; whoever still wants it then looks again and proposes it anew. */
export const validFor = 90 * day

/** Time before its end at which the desk is reminded to look again, in milliseconds. */
export const recheckBefore = 14 * day

/** The five views. */
export const views = ['taxii', 'misp', 'rpz', 'safe-browsing', 'stopncii'] as const
export type View = (typeof views)[number]

/** Kinds that a view can carry, and circles that it reaches. */
export const viewScopes: Readonly<
	Record<View, { kinds: readonly IndicatorKind[]; audiences: readonly IndicatorAudience[] }>
> = {
	taxii: { kinds: indicatorKinds, audiences: indicatorAudiences },
	misp: { kinds: indicatorKinds, audiences: ['partners'] },
	rpz: { kinds: ['domain'], audiences: ['isps'] },
	'safe-browsing': { kinds: ['domain', 'url'], audiences: ['browsers'] },
	stopncii: { kinds: ['md5', 'pdq'], audiences: ['platforms'] },
}

const circles: Readonly<Record<PartnerKind, IndicatorAudience>> = {
	hotline: 'partners',
	police: 'partners',
	'central-authority': 'partners',
	cert: 'partners',
	research: 'partners',
	isp: 'isps',
	'school-network': 'isps',
	platform: 'platforms',
	hoster: 'platforms',
}

/** The circle that a kind of partner belongs to. Browsers have no agreement of their own: whoever runs a filter for them is a platform. */
export const toAudiences = (kind: PartnerKind): readonly IndicatorAudience[] =>
	kind === 'platform' ? ['platforms', 'browsers'] : [circles[kind]]
