import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { ok, type Result } from '#base'
import { refuse, type Family } from './header.ts'

const prefix = 'AGE-SECRET-KEY-'
const identityForm = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/u
/** PKCS #8 of an X25519 key before its 32 bytes (https://www.rfc-editor.org/rfc/rfc8410#section-7). */
const pkcs8Prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20]

/** The family of a recipient by its letters; `undefined` for anything else, plugins and hardware keys included. */
export const toFamily = (recipient: string): Family | undefined => {
	if (/^age1pq1[02-9ac-hj-np-z]{1952}$/u.test(recipient)) return 'hybrid'
	return /^age1[02-9ac-hj-np-z]{58}$/u.test(recipient) ? 'x25519' : undefined
}

/** A new X25519 identity, `AGE-SECRET-KEY-1…`. */
export const makeIdentity = async (): Promise<string> => generateX25519Identity()

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

/** What others seal to, for an identity; `age1…`. Refuses with `sealed.identity`. */
export const toRecipient = async (identity: string | CryptoKey): Promise<Result<string>> => {
	try {
		return ok(await identityToRecipient(identity))
	} catch {
		return refuse('sealed.identity')
	}
}

/**
 * The identity as a key of WebCrypto that opens and cannot be copied out of the browser, not by a foreign script either.
 * Refuses with `sealed.identity` what is no X25519 identity.
 *
 * @throws `NotSupportedError` where WebCrypto has no X25519: open with the identity itself there
 */
export const lockIdentity = async (identity: string): Promise<Result<CryptoKey>> => {
	if (!identityForm.test(identity)) return refuse('sealed.identity')
	const decoded = bech32.decodeUnsafe(identity)
	const secret = decoded === undefined ? undefined : bech32.fromWordsUnsafe(decoded.words)
	if (!secret || secret.length !== 32) return refuse('sealed.identity')
	const bytes = new Uint8Array([...pkcs8Prefix, ...secret])
	const key = await crypto.subtle.importKey('pkcs8', bytes, { name: 'X25519' }, false, ['deriveBits'])
	bytes.fill(0)
	return ok(key)
}

/**
 * Twenty hex digits in groups of four for two people to compare, 80 bits: the start of
 * `printf %s age1… | sha256sum`.
 */
export const fingerprint = (recipient: string): string => {
	const digest = sha256(new TextEncoder().encode(recipient)).subarray(0, 10)
	const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
	return (hex.match(/.{4}/gu) ?? []).join(' ')
}
