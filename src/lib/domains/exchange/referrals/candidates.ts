/** Partners that a referral could go to: who may have it, by which channel, and what stands in the way of the others. */
import {
	mayShare,
	isAgreedOn,
	type Channel,
	type ChannelKind,
	type Partner,
	type Tlp,
} from '../partners/index.ts'
import type { ReferralState } from './referral.ts'

/** A referral to be, as far as an agreement cares. */
export type Wanted = {
	/** ISO 3166-1 alpha-2 of the host; `undefined`: nobody knows. */
	country: string | undefined
	tlp: Tlp
	/** True when it names an account: personal data by law 09-08. */
	isPersonal: boolean
	/** Today, `2026-11-29`. */
	today: string
	/** Kinds of channels that can be sent by now. */
	ways: readonly ChannelKind[]
}

/** Reasons why a partner may not have it. */
type Hindrance = 'not-active' | 'no-agreement' | 'no-flow' | 'tlp' | 'personal' | 'no-channel'

type Candidate = {
	partner: Partner
	/** Channels that it can go by, in their order; the first is tried first. */
	channels: readonly Channel[]
	hindrances: readonly Hindrance[]
	isThere: boolean
}

/** Everything that stands in the way, in the order in which somebody would clear it; empty when nothing does. */
export const findHindrances = (partner: Partner, wanted: Omit<Wanted, 'country'>): Hindrance[] => {
	const hindrances: [Hindrance, boolean][] = [
		['not-active', partner.state !== 'active'],
		['no-agreement', !isAgreedOn(partner, wanted.today)],
		['no-flow', !partner.flows.includes('referral-out')],
		['tlp', !mayShare(partner, wanted.tlp)],
		['personal', wanted.isPersonal && !partner.takesPersonal],
		['no-channel', listChannels(partner, wanted.ways).length === 0],
	]
	return hindrances.flatMap(([hindrance, stands]) => (stands ? [hindrance] : []))
}

/** Channels of a partner that we can send by, the one to be tried first at the front. */
export const listChannels = (
	{ channels }: Pick<Partner, 'channels'>,
	ways: readonly ChannelKind[],
): Channel[] => channels.filter(({ kind }) => ways.includes(kind)).toSorted((a, b) => a.place - b.place)

/** A referral of the same case, as the page of the case knows it. */
type Before = { partnerId: string; direction: 'in' | 'out'; state: ReferralState; wasSent: boolean }

/** Referrals of a case that a partner has already, or that wait to go to it: two of one are work for two, there and here. */
export const listBefore = <Of extends Before>(referrals: readonly Of[], partner: string): Of[] =>
	referrals.filter(
		({ partnerId, direction, state, wasSent }) =>
			direction === 'out' && partnerId === partner && (wasSent || state !== 'closed'),
	)

/** All partners: first who may have it, then who sits where it is hosted, then whose first channel comes first; then by name. */
export const listCandidates = (partners: readonly Partner[], wanted: Wanted): Candidate[] =>
	partners
		.map((partner) => ({
			partner,
			channels: listChannels(partner, wanted.ways),
			hindrances: findHindrances(partner, wanted),
			isThere: partner.country === wanted.country,
		}))
		.toSorted(
			(a, b) =>
				Number(a.hindrances.length > 0) - Number(b.hindrances.length > 0) ||
				Number(b.isThere) - Number(a.isThere) ||
				(a.channels[0]?.place ?? Infinity) - (b.channels[0]?.place ?? Infinity) ||
				a.partner.names.fr.localeCompare(b.partner.names.fr, 'fr'),
		)
