import { sha256 } from '@noble/hashes/sha2.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { bech32 } from '@scure/base'
import { ok, refused, toHex, type Result } from '#base'
import type { Family } from './header.ts'
import { importScalar, toPoint } from './x25519.ts'

const prefix = 'AGE-SECRET-KEY-'
const identityForm = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/u

/** The family of a recipient by its letters; `undefined` for anything else, plugins and hardware keys included. */
export const toFamily = (recipient: string): Family | undefined => {
	if (/^age1pq1[02-9ac-hj-np-z]{1952}$/u.test(recipient)) return 'hybrid'
	return /^age1[02-9ac-hj-np-z]{58}$/u.test(recipient) ? 'x25519' : undefined
}

/** A new X25519 identity, `AGE-SECRET-KEY-1…`. */
export const makeIdentity = async (): Promise<string> => identityFromBytes(randomBytes(32))

/**
 * The X25519 identity whose secret is these bytes, as the `age` program writes it. The bytes must be as good as random:
 * the output of a key derivation, never a hash of something that can be guessed.
 *
 * @throws when there are not 32 of them
 */
export const identityFromBytes = (secret: Uint8Array): string => {
	if (secret.length !== 32) throw new Error('making an identity: wanted 32 bytes')
	return bech32.encodeFromBytes(prefix, secret).toUpperCase()
}

/** Recipient of an identity, which others seal to; `age1…`. Refuses with `sealed.identity`. */
export const toRecipient = async (
	identity: string | CryptoKey,
): Promise<Result<string, 'sealed.identity'>> => {
	try {
		if (typeof identity === 'string' && identity.startsWith(`${prefix}PQ-1`))
			return ok(await (await import('./other-kinds.ts')).identityToRecipient(identity))
		const secret = typeof identity === 'string' ? readIdentity(identity) : identity
		if (secret) return ok(bech32.encodeFromBytes('age', await toPoint(secret)))
	} catch {
		// Not a key that can be multiplied with.
	}
	return refused('sealed.identity')
}

/** The 32 bytes in an X25519 identity; `undefined` for anything else. */
export const readIdentity = (identity: string): Uint8Array | undefined => {
	if (!identityForm.test(identity)) return undefined
	const decoded = bech32.decodeUnsafe(identity)
	const secret = decoded && bech32.fromWordsUnsafe(decoded.words)
	return secret?.length === 32 ? secret : undefined
}

/** The 32 bytes in an X25519 recipient, `age1…`; `undefined` for anything else. */
export const readRecipient = (recipient: string): Uint8Array | undefined => {
	const decoded = toFamily(recipient) === 'x25519' ? bech32.decodeUnsafe(recipient) : undefined
	const point = decoded && bech32.fromWordsUnsafe(decoded.words)
	return point?.length === 32 ? point : undefined
}

/**
 * The identity as a key of WebCrypto that opens and cannot be copied out of the browser, not by a foreign script either.
 * Refuses with `sealed.identity` what is no X25519 identity.
 *
 * @throws `NotSupportedError` where WebCrypto has no X25519: open with the identity itself there
 */
export const lockIdentity = async (identity: string): Promise<Result<CryptoKey, 'sealed.identity'>> => {
	const secret = readIdentity(identity)
	return secret ? ok(await importScalar(secret)) : refused('sealed.identity')
}

/**
 * Twenty hex digits in groups of four for two people to compare, 80 bits: the start of
 * `printf %s age1… | sha256sum`.
 */
export const fingerprint = (recipient: string): string => {
	const digest = sha256(new TextEncoder().encode(recipient)).subarray(0, 10)
	return (toHex(digest).match(/.{4}/gu) ?? []).join(' ')
}
