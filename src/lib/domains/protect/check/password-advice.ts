import type { Judgement, Weakness } from '#tools/inspect/password-strength'

/** Time that a password would stand, in the words of every day: never a figure, as nobody knows it. */
export const standings = ['at-once', 'soon', 'a-while', 'long', 'very-long'] as const
export type Standing = (typeof standings)[number]

/** Next steps; each is a sentence of its own. */
export const passwordSteps = [
	'four-words',
	'not-about-you',
	'manager',
	'two-step',
	'unique',
	'tell-nobody',
] as const
export type PasswordStep = (typeof passwordSteps)[number]

export type PasswordAdvice = {
	standing: Standing
	reasons: readonly Weakness[]
	steps: readonly PasswordStep[]
}

/** Reasons why a password is weak, what teaches most first. */
export const reasonOrder: readonly Weakness[] = [
	'common',
	'phone',
	'name',
	'place',
	'date',
	'year',
	'keyboard',
	'sequence',
	'repeat',
	'word',
	'swapped-letters',
	'backwards',
	'only-digits',
	'short',
]

/** Orders of magnitude of guesses up to which each standing reaches, for a machine that tries some 10,000 a second. */
const reach = [6, 9, 11.5, 14] as const

const mostReasons = 3

const toStanding = ({ magnitude, length, weaknesses }: Judgement): Standing => {
	const found = reach.findIndex((limit) => magnitude < limit)
	const place = found < 0 ? reach.length : found
	// However odd its characters: so few of them, or digits alone, can all be tried.
	const most = length < 8 || (weaknesses.includes('only-digits') && length < 12) ? 1 : reach.length
	return standings[Math.min(place, most)] ?? 'at-once'
}

const personal: readonly Weakness[] = ['name', 'place', 'phone', 'date', 'year']

const toSteps = (isStrong: boolean, weaknesses: readonly Weakness[]): PasswordStep[] => {
	if (isStrong) return ['unique', 'two-step', 'tell-nobody']
	const isPersonal = weaknesses.some((weakness) => personal.includes(weakness))
	return ['four-words', ...(isPersonal ? ['not-about-you' as const] : []), 'manager', 'two-step']
}

/** Gives advice to a person about a password, from what the estimator found in it. */
export const advisePassword = (judgement: Judgement): PasswordAdvice => {
	const standing = toStanding(judgement)
	const isStrong = standing === 'long' || standing === 'very-long'
	const reasons = reasonOrder.filter((reason) => judgement.weaknesses.includes(reason)).slice(0, mostReasons)
	// A weak one without a reason that we can name is short for what it is made of.
	const shown = isStrong ? [] : reasons.length > 0 ? reasons : (['short'] as const)
	return { standing, reasons: shown, steps: toSteps(isStrong, judgement.weaknesses) }
}
