/** The key of one person at the desk: 128 random bits, from which what opens and what signs are derived. */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { armor } from 'age-encryption'
import { ok, refused, type Result } from '#base'
import {
	identityFromBytes,
	openPassphrase,
	toRecipient,
	wrapWithPassphrase,
	type Identity,
} from '#tools/seal/sealed'
import { toPassphrase } from '../../passphrase.ts'
import { lock, lockSeed, toSigningKey, type Sign } from './lock.ts'
import { parseRecoveryCode, toRecoveryCode, type RecoveryRefusal } from './recovery-code.ts'

/** The stored form of a person's key on the server. */
export type AnalystKey = {
	/** `age1…`: what others wrap keys for. */
	recipient: string
	/** Ed25519, base64. */
	signingKey: string
	/** An age file for a passphrase, armored: `age -d` gives a file that `age -d -i` takes as identity. */
	wrapped: string
}

/** A person's key while it is open: it works and, where the browser can, nothing can copy it. */
export type UnlockedKey = {
	recipient: string
	signingKey: string
	identity: Identity
	sign: Sign
}

const derive = (seed: Uint8Array, part: 'open' | 'sign'): Uint8Array =>
	hkdf(sha256, seed, undefined, new TextEncoder().encode(`thiqa/desk-key/v1/${part}`), 32)

/** The plaintext of a wrapped key. Lines with `#` are comments to `age`. */
const toFile = (seed: Uint8Array): string =>
	[
		'# Thiqa desk key, version 1',
		`# recovery: ${toRecoveryCode(seed)}`,
		identityFromBytes(derive(seed, 'open')),
		'',
	].join('\n')

/** Reasons why a key does not open: another passphrase, or it was changed. */
export type KeyRefusal = 'key.passphrase' | 'key.damaged'

const parseFile = (content: Uint8Array): Result<Uint8Array, KeyRefusal> => {
	const text = new TextDecoder().decode(content)
	const seed = parseRecoveryCode(/^# recovery: (.+)$/mu.exec(text)?.[1] ?? '')
	return seed.ok && toFile(seed.value) === text ? seed : refused('key.damaged')
}

const wrap = async (seed: Uint8Array, passphrase: string): Promise<AnalystKey> => {
	const recipient = await toRecipient(identityFromBytes(derive(seed, 'open')))
	if (!recipient.ok) throw new Error('wrapping a key: what was derived is no identity')
	const signingKey = base64.encode(await toSigningKey(derive(seed, 'sign')))
	const wrapped = armor.encode(await wrapWithPassphrase(toFile(seed), toPassphrase(passphrase)))
	return { recipient: recipient.value, signingKey, wrapped }
}

/** The 128 bits of a key, to be wiped after use. Refuses as {@link unlockAnalystKey} does. */
export const readSeed = async (
	wrapped: string,
	passphrase: string,
): Promise<Result<Uint8Array, KeyRefusal>> => {
	let file: Uint8Array
	try {
		file = armor.decode(wrapped)
	} catch {
		return refused('key.damaged')
	}
	const opened = await openPassphrase(file, toPassphrase(passphrase))
	if (opened.ok) return parseFile(opened.value)
	return refused(opened.code === 'sealed.key' ? 'key.passphrase' : 'key.damaged')
}

/** A new key under a passphrase that `findPassphraseIssue()` has nothing against. Takes one to two seconds. */
export const makeAnalystKey = (passphrase: string): Promise<AnalystKey> =>
	wrap(crypto.getRandomValues(new Uint8Array(16)), passphrase)

/** A key for work from its 128 bits, which are wiped. */
export const unlockSeed = async (seed: Uint8Array): Promise<Result<UnlockedKey, 'key.damaged'>> => {
	const identity = await lock(identityFromBytes(derive(seed, 'open')))
	const recipient = await toRecipient(identity)
	if (!recipient.ok) return refused('key.damaged')
	const signingKey = base64.encode(await toSigningKey(derive(seed, 'sign')))
	const sign = await lockSeed(derive(seed, 'sign'))
	seed.fill(0)
	return ok({ recipient: recipient.value, signingKey, identity, sign })
}

/** Opens a key for work. Refuses with `key.passphrase` (another one) or `key.damaged`. */
export const unlockAnalystKey = async (
	wrapped: string,
	passphrase: string,
): Promise<Result<UnlockedKey, KeyRefusal>> => {
	const seed = await readSeed(wrapped, passphrase)
	return seed.ok ? unlockSeed(seed.value) : seed
}

/** The same key under another passphrase. Refuses as {@link unlockAnalystKey} does. */
export const changePassphrase = async (
	wrapped: string,
	{ from, to }: { from: string; to: string },
): Promise<Result<AnalystKey, KeyRefusal>> => {
	const seed = await readSeed(wrapped, from)
	return seed.ok ? ok(await wrap(seed.value, to)) : seed
}

/** Gives the recovery code for a sheet: the whole key as a code to print and lock away. Refuses as {@link unlockAnalystKey} does. */
export const readRecoveryCode = async (
	wrapped: string,
	passphrase: string,
): Promise<Result<string, KeyRefusal>> => {
	const seed = await readSeed(wrapped, passphrase)
	return seed.ok ? ok(toRecoveryCode(seed.value)) : seed
}

/** The key of a recovery sheet under a new passphrase. Refuses as `parseRecoveryCode()` does. */
export const restoreAnalystKey = async (
	code: string,
	passphrase: string,
): Promise<Result<AnalystKey, RecoveryRefusal>> => {
	const seed = parseRecoveryCode(code)
	return seed.ok ? ok(await wrap(seed.value, passphrase)) : seed
}
