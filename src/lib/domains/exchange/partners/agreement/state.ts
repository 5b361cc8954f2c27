/** States of a partner, what it needs to become active, and which changes widen what it may have. */
import { isAgreedOn, tlpLevels, type Partner, type PartnerState } from '../partner.ts'
import type { PartnerData } from './partner-form.ts'

/** A state that a partner comes to; it begins as a draft. */
type Later = Exclude<PartnerState, 'draft'>

const moves: Readonly<Record<PartnerState, readonly Later[]>> = {
	draft: ['active', 'ended'],
	active: ['suspended', 'ended'],
	suspended: ['active', 'ended'],
	ended: [],
}

/** States that a partner can go to. What has ended stays so: a new agreement is a new partner. */
export const listMoves = (from: PartnerState): readonly Later[] => moves[from]

export type Missing = 'agreement' | 'flows' | 'channels'

/**
 * Finds what a partner needs before anything may flow.
 *
 * @param today - day, `2026-11-29`
 */
export const findMissing = (partner: Partner, today: string): Missing[] => [
	...(isAgreedOn(partner, today) ? [] : (['agreement'] as const)),
	...(partner.flows.length > 0 ? [] : (['flows'] as const)),
	...(partner.channels.length > 0 ? [] : (['channels'] as const)),
]

/** A day that sorts behind every other: an agreement without an end. */
const never = '9999-12-31'

type Agreed = Pick<
	PartnerData,
	'kind' | 'agreement' | 'agreedFrom' | 'agreedTo' | 'flows' | 'tlpMost' | 'takesPersonal'
>

/**
 * True when a change gives a partner more than it had: another agreement or a longer one, a kind of traffic, a closer marking, personal data, or
 * another kind: by it a partner stands in another circle of those who get indicators.
 */
export const isWider = (before: Agreed, after: Agreed): boolean =>
	after.kind !== before.kind ||
	after.agreement !== before.agreement ||
	(after.agreedFrom ?? never) < (before.agreedFrom ?? never) ||
	(after.agreedTo ?? never) > (before.agreedTo ?? never) ||
	after.flows.some((flow) => !before.flows.includes(flow)) ||
	tlpLevels.indexOf(after.tlpMost) > tlpLevels.indexOf(before.tlpMost) ||
	(after.takesPersonal && !before.takesPersonal)
