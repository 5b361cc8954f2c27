/** Figures of a span of months: referrals out and in by country and by outcome, requests to keep data, indicators. */
import { toPublicCount, toPublicTimes } from '#domains/cases/figures'

type PublicCount = ReturnType<typeof toPublicCount>

/** Groups of each table but that of countries; each thing stands in one of them. */
export const groups = {
	/** `gone`: taken down; `declined`: refused or left up; `silent`: no answer in time; `open`: on its way; `ended`: closed without an answer. */
	outcome: ['gone', 'declined', 'silent', 'open', 'ended'],
	/** `kept`: the data is preserved or was handed over; `lapsed`: a clock ran out. */
	preservation: ['kept', 'lapsed', 'refused', 'open', 'withdrawn'],
	indicator: ['published', 'withdrawn', 'expired'],
} as const
type Outcome = (typeof groups.outcome)[number]

const ofStates: Readonly<Record<string, Outcome>> = {
	actioned: 'gone',
	'verified-down': 'gone',
	'not-actioned': 'declined',
	rejected: 'declined',
	'no-answer': 'silent',
}

/** The outcome of a referral. `before`: the last state before it was closed. */
export const toReferralOutcome = ({ state, before }: { state: string; before: string | null }): Outcome =>
	state === 'closed' ? (ofStates[before ?? ''] ?? 'ended') : (ofStates[state] ?? 'open')

const ofRequests: Readonly<Record<string, (typeof groups.preservation)[number]>> = {
	preserved: 'kept',
	extended: 'kept',
	'mla-filed': 'kept',
	disclosed: 'kept',
	lapsed: 'lapsed',
	refused: 'refused',
	withdrawn: 'withdrawn',
}
export const toRequestGroup = (state: string) => ofRequests[state] ?? 'open'

export const directions = ['out', 'in'] as const
export type Direction = (typeof directions)[number]

type Row<Group extends string = string> = { group: Group; count: PublicCount }

/** Referrals of one direction. `answered`: hours until the partner, or we, first said what came of it. */
type OfFlow = {
	count: PublicCount
	/** Countries that are shown, by their code, and `other` for all others. */
	country: Row[]
	outcome: Row<Outcome>[]
	answered: ReturnType<typeof toPublicTimes>
}

/** Figures that may be published. Nothing in them is about one referral. */
export type ExchangeFigures = Record<Direction, OfFlow> & {
	/** First and last month, `2026-07`. */
	from: string
	to: string
	preservation: { count: PublicCount; state: Row<(typeof groups.preservation)[number]>[] }
	indicators: { count: PublicCount; state: Row<(typeof groups.indicator)[number]>[] }
}

/** A referral, as figures see it. `hours`: until its first answer; `null` without one. */
export type CountedReferral = { flow: Direction; country: string; outcome: Outcome; hours: number | null }

/** All that is counted of a span of months; requests and indicators by their groups. */
export type Counted = {
	referrals: readonly CountedReferral[]
	requests: readonly string[]
	indicators: readonly string[]
}

const toTable = <Group extends string>(all: readonly string[], of: readonly Group[]): Row<Group>[] =>
	of.map((group) => ({ group, count: toPublicCount(all.filter((one) => one === group).length) }))

/** True where nine in each group would be so near to a ten that a hidden number could be worked out from the sum (decision 023). */
const givesAway = (number: number): boolean => [8, 9, 0].includes(number % 10)

/** Countries with enough referrals to be shown, the most first; of all others only how many they are together. */
const toCountries = (codes: readonly string[]): Row[] => {
	const counted = [...Map.groupBy(codes, (code) => code)]
		.map(([code, all]) => ({ code, count: all.length }))
		.filter(({ count }) => toPublicCount(count) !== null)
		.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
	while (counted.length > 0 && givesAway(counted.length + 1)) counted.pop()
	const shown = counted.map(({ code }) => code)
	const rows = codes.map((code) => (shown.includes(code) ? code : 'other'))
	return toTable(rows, [...shown.sort(), 'other'])
}

const toFlow = (all: readonly CountedReferral[]): OfFlow => ({
	count: toPublicCount(all.length),
	country: toCountries(all.map(({ country }) => country)),
	outcome: toTable(
		all.map(({ outcome }) => outcome),
		groups.outcome,
	),
	answered: toPublicTimes(all.flatMap(({ hours }) => (hours === null ? [] : [hours]))),
})

/** Makes figures of what was counted: every number rounded down to the ten by itself. */
export const toExchangeFigures = (
	{ referrals, requests, indicators }: Counted,
	{ from, to }: { from: string; to: string },
): ExchangeFigures => ({
	from,
	to,
	out: toFlow(referrals.filter(({ flow }) => flow === 'out')),
	in: toFlow(referrals.filter(({ flow }) => flow === 'in')),
	preservation: { count: toPublicCount(requests.length), state: toTable(requests, groups.preservation) },
	indicators: { count: toPublicCount(indicators.length), state: toTable(indicators, groups.indicator) },
})

/** True when nothing at all can be printed of it. */
export const isNothingShown = (figures: ExchangeFigures): boolean =>
	[figures.out, figures.in, figures.preservation, figures.indicators].every(({ count }) => count === null)
