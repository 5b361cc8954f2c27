/** Outcomes that a partner gives a referral: codes, what they mean for the referral, and what a child is told. */
import { outcomeCodes, type OutcomeCode } from '../channel/index.ts'
import type { ReferralEvent } from './referral.ts'

/**
 * The codes of the signed channel, which the page by hand has too. `already-gone`: nothing is there any more; `not-ours`: somebody else hosts it;
 * `need-more`: they ask for more; `duplicate`: they had it before; `false-positive`: they find it lawful.
 */
const rules: Readonly<Record<OutcomeCode, ReferralEvent>> = {
	actioned: 'actioned',
	'already-gone': 'actioned',
	'not-actioned': 'not-actioned',
	'not-ours': 'not-actioned',
	'false-positive': 'not-actioned',
	duplicate: 'duplicate',
	'need-more': 'need-more',
}

export const isOutcomeCode = (name: string): name is OutcomeCode =>
	(outcomeCodes as readonly string[]).includes(name)

/** The event that an outcome is for the referral. */
export const toEvent = (outcome: OutcomeCode): ReferralEvent => rules[outcome]

const letters: Readonly<Partial<Record<OutcomeCode, string>>> = {
	actioned: 'partner-acted',
	'already-gone': 'partner-gone',
	'not-actioned': 'partner-declined',
	'not-ours': 'partner-declined',
	'false-positive': 'partner-declined',
}

/** Id of the prepared letter to the reporter (`content/desk/templates`); `undefined`: there is nothing to tell a child yet. */
export const findLetter = (outcome: OutcomeCode): string | undefined => letters[outcome]

/** Characters of the few words that go with it. */
export const mostNote = 1000
