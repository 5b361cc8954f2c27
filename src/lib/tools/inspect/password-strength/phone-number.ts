import { MatcherBaseClass, type Matcher, type MatchExtended, type MatchOptions } from '@zxcvbn-ts/core'

/** A Moroccan phone number: 05, 06, 07 or 08 and eight digits, or +212 in front, with or without separators. */
const phoneNumber = /(?:(?:\+|00)?212[ .-]?|0)[5-8](?:[ .-]?\d){8}/gu

/** There are some 300 million such numbers, but whoever guesses begins with those that he knows. */
const guesses = 1_000_000

class FindPhoneNumbers extends MatcherBaseClass {
	override match({ password }: MatchOptions): MatchExtended[] {
		return Array.from(password.matchAll(phoneNumber), ({ 0: token, index }) => ({
			pattern: 'phone',
			token,
			i: index,
			j: index + token.length - 1,
		}))
	}
}

export const phoneMatcher: Matcher = {
	Matching: FindPhoneNumbers,
	feedback: () => null,
	scoring: () => guesses,
}
