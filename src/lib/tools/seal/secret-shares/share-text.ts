import { bech32m } from '@scure/base'
import { failed, ok, type Result } from '#base'

/** One share: `number` of `total` (from 1), any `threshold` of which restore the secret of the set `set` (4 random bytes). */
export type Share = {
	threshold: number
	total: number
	number: number
	set: Uint8Array
	data: Uint8Array
}

const prefix = 'share'
const headerLength = 7
/** bech32m finds up to four wrong letters for certain in 90 characters: so long may a share be. */
const mostCharacters = 90

/**
 * The share as it is printed: `SHARE1 QQZX …`, groups of four letters. Nothing in it is confused by eye: no 1, B, I or O
 * after the first group.
 *
 * @throws when the data is longer than 41 bytes
 */
export const toShareText = (share: Share): string => {
	const bytes = [share.threshold, share.total, share.number, ...share.set, ...share.data]
	const text = bech32m.encodeFromBytes(prefix, Uint8Array.from(bytes)).toUpperCase()
	const start = prefix.length + 1
	return [text.slice(0, start), ...(text.slice(start).match(/.{1,4}/gu) ?? [])].join(' ')
}

const refuse = (code: string): Result<never> => failed({ path: 'share', message: code })

/** Letters as they were typed, without spaces, hyphens and marks; what is not in the alphabet becomes what it looks like. */
const toLetters = (text: string): string => {
	const letters = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{Pd}\p{Cf}.,:]+/gu, '')
	const data = letters.slice(prefix.length + 1).replace(/[o1i]/gu, (letter) => (letter === 'o' ? '0' : 'l'))
	return letters.slice(0, prefix.length + 1) + data
}

/**
 * A share from what a person typed or scanned: any case, any spaces.
 *
 * Refuses with `share.form` (not a share), `share.typo` (a wrong, missing or swapped letter) or `share.unknown` (a share of
 * another version of this format).
 */
export const parseShare = (text: string): Result<Share> => {
	if (text.length > 500) return refuse('share.form')
	const letters = toLetters(text)
	if (!letters.startsWith(`${prefix}1`) || letters.length > mostCharacters) return refuse('share.form')
	const decoded = bech32m.decodeUnsafe(letters)
	const bytes = decoded === undefined ? undefined : bech32m.fromWordsUnsafe(decoded.words)
	if (!bytes) return refuse('share.typo')
	const [threshold = 0, total = 0, number = 0] = bytes
	const isKnown = threshold >= 2 && threshold <= total && number >= 1 && number <= total
	if (!isKnown || bytes.length < headerLength + 2) return refuse('share.unknown')
	return ok({ threshold, total, number, set: bytes.slice(3, headerLength), data: bytes.slice(headerLength) })
}
