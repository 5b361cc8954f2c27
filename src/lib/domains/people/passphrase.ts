/** Rules for a passphrase: long enough that a stolen table of hashes is of no use, short enough that hashing stays cheap. */

/** Longest passphrase in characters; nothing longer is ever hashed. */
export const passphraseLimit = 128

const shortest = 16
const fewestDifferent = 8

export type PassphraseIssue = 'short' | 'long' | 'plain' | 'name'

/** The form in which a passphrase is hashed: the same characters typed on any keyboard are the same passphrase. */
export const toPassphrase = (typed: string): string => typed.normalize('NFKC').trim()

/**
 * Finds what is wrong with a passphrase for the person named `name`; `undefined` when it will do. Length in characters after
 * {@link toPassphrase}; `plain`: too few different characters; `name`: it holds the name.
 */
export const findPassphraseIssue = (typed: string, name: string): PassphraseIssue | undefined => {
	if (typed.length > 4 * passphraseLimit) return 'long'
	const characters = Array.from(toPassphrase(typed))
	if (characters.length < shortest) return 'short'
	if (characters.length > passphraseLimit) return 'long'
	if (new Set(characters).size < fewestDifferent) return 'plain'
	const own = toPassphrase(name).toLowerCase()
	return own.length >= 3 && characters.join('').toLowerCase().includes(own) ? 'name' : undefined
}
