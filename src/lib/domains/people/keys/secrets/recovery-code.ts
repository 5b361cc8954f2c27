import { bech32m } from '@scure/base'
import { ok, refused, type Result } from '#base'

const prefix = 'key'
const bytesOfCode = 16

/** Faults of a code that was typed. */
export type RecoveryRefusal = 'recovery.form' | 'recovery.typo'

/**
 * 128 bits as a person keeps them on paper: `KEY1` and eight groups of four letters (bech32m,
 * https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki), up to four wrong letters of which are always found.
 *
 * @throws when there are not 16 bytes
 */
export const toRecoveryCode = (seed: Uint8Array): string => {
	if (seed.length !== bytesOfCode) throw new Error(`writing a recovery code: wanted ${bytesOfCode} bytes`)
	const text = bech32m.encodeFromBytes(prefix, seed).toUpperCase()
	return [text.slice(0, 4), ...(text.slice(4).match(/.{1,4}/gu) ?? [])].join(' ')
}

/**
 * The 16 bytes of a code as typed or scanned: any case, any spaces. Refuses with `recovery.form` (not such a code) or
 * `recovery.typo` (a wrong, missing or swapped letter).
 */
export const parseRecoveryCode = (typed: string): Result<Uint8Array, RecoveryRefusal> => {
	if (typed.length > 200) return refused('recovery.form')
	const letters = typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{Pd}\p{Cf}.,:]+/gu, '')
	if (!letters.startsWith(`${prefix}1`)) return refused('recovery.form')
	// The alphabet has no o, i, b and, after the prefix, no 1.
	const data = letters.slice(4).replace(/[oi1]/gu, (letter) => (letter === 'o' ? '0' : 'l'))
	const decoded = bech32m.decodeUnsafe(`${prefix}1${data}`)
	const bytes = decoded === undefined ? undefined : bech32m.fromWordsUnsafe(decoded.words)
	return bytes?.length === bytesOfCode ? ok(bytes) : refused('recovery.typo')
}
