/**
 * A referral from its draft to its end: states, and what moves it from one to the next. The wire knows events, people know states; both
 * come out of this one table.
 */
import type { UrgencyLevel } from './urgency.ts'

export const referralStates = [
	'draft',
	'review',
	'queued',
	'sent',
	'accepted',
	'rejected',
	'no-answer',
	'need-more',
	'duplicate',
	'actioned',
	'not-actioned',
	'verified-down',
	'still-up',
	'closed',
] as const
export type ReferralState = (typeof referralStates)[number]

/**
 * What happens to a referral. `asked`: a second person was asked; `queued`: two have agreed and it is sealed; `delivered`: handed over where no
 * receipt comes back; `accepted`, `rejected`: the signed receipt says so; `silent`: nobody answered in time; `need-more`: the partner asks for
 * more, `gave-more`: we have given it; `duplicate`: they had it before; `actioned`, `not-actioned`: the partner has; `seen-down`, `seen-up`: we
 * have looked; `next-channel`: it goes another way; `dropped`: it goes nowhere.
 */
export const referralEvents = [
	'asked',
	'queued',
	'delivered',
	'accepted',
	'rejected',
	'silent',
	'need-more',
	'gave-more',
	'duplicate',
	'actioned',
	'not-actioned',
	'seen-down',
	'seen-up',
	'next-channel',
	'dropped',
	'closed',
] as const
export type ReferralEvent = (typeof referralEvents)[number]

type Moves = Readonly<Partial<Record<ReferralEvent, ReferralState>>>

/** States that a partner can name once it has the referral, whatever it said before: the last word counts. */
const answered: Moves = {
	'need-more': 'need-more',
	duplicate: 'duplicate',
	actioned: 'actioned',
	'not-actioned': 'not-actioned',
}
const looked: Moves = { 'seen-down': 'verified-down', 'seen-up': 'still-up' }

const moves: Readonly<Record<ReferralState, Moves>> = {
	draft: { asked: 'review', dropped: 'closed' },
	review: { asked: 'review', queued: 'queued', dropped: 'closed' },
	queued: {
		...answered,
		delivered: 'sent',
		accepted: 'accepted',
		rejected: 'rejected',
		silent: 'no-answer',
	},
	sent: { ...answered, ...looked, accepted: 'accepted', rejected: 'rejected', silent: 'no-answer' },
	accepted: { ...answered, ...looked, rejected: 'rejected', silent: 'no-answer' },
	rejected: { ...answered, ...looked, 'next-channel': 'queued', closed: 'closed' },
	'no-answer': {
		...answered,
		...looked,
		accepted: 'accepted',
		rejected: 'rejected',
		'next-channel': 'queued',
		closed: 'closed',
	},
	'need-more': { ...answered, ...looked, 'gave-more': 'accepted', closed: 'closed' },
	duplicate: { ...answered, ...looked, closed: 'closed' },
	actioned: { ...answered, ...looked, closed: 'closed' },
	'not-actioned': { ...answered, ...looked, closed: 'closed' },
	'verified-down': { 'seen-up': 'still-up', closed: 'closed' },
	'still-up': { ...answered, 'seen-down': 'verified-down', closed: 'closed' },
	closed: {},
}

/** The state after an event; `undefined` when it moves nothing: the referral is further already, or not there yet. */
export const findNextState = (state: ReferralState, event: ReferralEvent): ReferralState | undefined =>
	moves[state][event]

/** States in which somebody at the desk must do the next thing, the most pressing first. */
const waitsForUs: readonly ReferralState[] = [
	'no-answer',
	'rejected',
	'need-more',
	'still-up',
	'not-actioned',
	'duplicate',
	'actioned',
	'verified-down',
]

export const isReferralState = (name: string): name is ReferralState =>
	(referralStates as readonly string[]).includes(name)

/**
 * Whose turn it is: `desk` (a person here decides), `second` (a colleague reads it), `machine` (it is on its way), `partner`, or `nobody`. What came
 * in and is taken is ours to answer.
 */
export const getTurn = (
	state: ReferralState,
	direction: 'in' | 'out' = 'out',
): 'desk' | 'second' | 'machine' | 'partner' | 'nobody' => {
	if (state === 'closed') return 'nobody'
	if (direction === 'in' || state === 'draft' || waitsForUs.includes(state)) return 'desk'
	if (state === 'review') return 'second'
	return state === 'queued' ? 'machine' : 'partner'
}

/**
 * Clock that runs: until there is a word, or until there is an answer; `undefined` where nobody waits for one, not yet or no more. What is `sent`
 * has left by a way without receipts: a word is waited for only where it is urgent.
 */
export const findDeadline = (
	state: ReferralState,
	urgency: UrgencyLevel = 'normal',
): 'acknowledge' | 'outcome' | undefined => {
	if (state === 'sent') return urgency === 'normal' ? 'outcome' : 'acknowledge'
	return state === 'queued' || state === 'accepted' || state === 'no-answer' ? 'outcome' : undefined
}

/** The number of a referral as partners see it: country, year, six digits or more. */
export const toReferralReference = (year: number, number: number): string =>
	`MA-${year}-${String(number).padStart(6, '0')}`
