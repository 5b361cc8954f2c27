/**
 * A second lock on a person's key, for every day: what a passkey answers (https://www.w3.org/TR/webauthn-3/#prf-extension) or
 * Argon2id makes of the passphrase. AES-256-GCM over the 128 bits of the key, bound to whose key it is, to which key, and to the
 * way: a lock that was put in the place of another does not open. The age file of the passphrase stays beside it.
 */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { ok, refused, type Result } from '#base'
import { toPassphrase } from '../../passphrase.ts'
import { readSeed, unlockSeed, type AnalystKey, type KeyRefusal, type UnlockedKey } from './analyst-key.ts'

/** By what a lock opens; `credential` is the passkey's own id, base64url. */
export type DailyWay = { kind: 'passkey'; credential: string } | { kind: 'phrase' }

/** A lock as it is stored: salt, nonce and what is locked, base64. Every one has the same length. */
export type DailyWrap = { way: DailyWay; sealed: string }

/** Owner and kind of the locked key. */
type KeyOwner = { person: string; recipient: string }

/**
 * Parameters of Argon2id (https://www.rfc-editor.org/rfc/rfc9106): 64 MiB, three passes. Fixed here and written nowhere: no
 * stored number can hold a page still.
 */
const phraseCost = { memory: 65_536, passes: 3, tagLength: 32 } as const
type PhraseWork = typeof phraseCost & { message: Uint8Array; nonce: Uint8Array }
export type Argon2id = (work: PhraseWork) => Promise<Uint8Array>

/** Gives the secret of a lock for this salt: 32 bytes that only this way of unlocking can give. */
export type AskWay = (salt: Uint8Array) => Promise<Result<Uint8Array, WayRefusal>>

const saltLength = 32
const nonceLength = 12
/** Salt, nonce, 16 bytes of key, 16 bytes of tag. */
const lockLength = saltLength + nonceLength + 32

/** Reasons why a way of unlocking gives no answer: the device cannot, or was broken off. */
export type WayRefusal = 'way.unable' | 'way.stopped'

const toContext = ({ person, recipient }: KeyOwner, way: DailyWay): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(
		['thiqa/daily-unlock/v1', person, recipient, way.kind, 'credential' in way ? way.credential : ''].join(
			'\n',
		),
	)

const toLock = (secret: Uint8Array, salt: Uint8Array, context: Uint8Array): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', hkdf(sha256, secret, salt, context, 32).slice(), 'AES-GCM', false, [
		'encrypt',
		'decrypt',
	])

/** True for a text that can be a lock. */
export const isDailyWrap = (sealed: string): boolean =>
	/^[A-Za-z0-9+/]{101}[AQgw]==$/u.test(sealed) && base64.decode(sealed).length === lockLength

/** Puts a lock on the key whose passphrase is given. Refuses as `unlockAnalystKey()` or the way does. */
export const addDailyWrap = async (
	{ wrapped, recipient }: Pick<AnalystKey, 'wrapped' | 'recipient'>,
	passphrase: string,
	{ person, way, ask }: { person: string; way: DailyWay; ask: AskWay },
): Promise<Result<DailyWrap, WayRefusal | KeyRefusal>> => {
	const salt = crypto.getRandomValues(new Uint8Array(saltLength))
	// The device is asked first: browsers want that soon after a press of a button.
	const secret = await ask(salt)
	if (!secret.ok) return secret
	const seed = await readSeed(wrapped, passphrase)
	if (!seed.ok) return seed
	const context = toContext({ person, recipient }, way)
	const nonce = crypto.getRandomValues(new Uint8Array(nonceLength))
	const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: context }
	const lock = await toLock(secret.value, salt, context)
	const locked = await crypto.subtle.encrypt(algorithm, lock, seed.value.slice())
	seed.value.fill(0)
	return ok({ way, sealed: base64.encode(Uint8Array.from([...salt, ...nonce, ...new Uint8Array(locked)])) })
}

/** The salt of a lock: what its way is to be asked with. Refuses with `key.damaged`. */
export const readSalt = (sealed: string): Result<Uint8Array, 'key.damaged'> =>
	isDailyWrap(sealed) ? ok(base64.decode(sealed).slice(0, saltLength)) : refused('key.damaged')

/**
 * Opens a key for work by what its way answered. Refuses with `way.other`: another answer (another passphrase), or the lock of
 * another person, key or way; with `key.damaged` what is no lock, or locks another key than it says.
 */
export const unlockDaily = async (
	{ way, sealed }: DailyWrap,
	owner: KeyOwner,
	secret: Uint8Array,
): Promise<Result<UnlockedKey, 'way.other' | 'key.damaged'>> => {
	const salt = readSalt(sealed)
	if (!salt.ok) return salt
	const context = toContext(owner, way)
	const rest = base64.decode(sealed).slice(saltLength)
	const algorithm = { name: 'AES-GCM', iv: rest.slice(0, nonceLength), additionalData: context }
	const lock = await toLock(secret, salt.value, context)
	let seed: Uint8Array
	try {
		seed = new Uint8Array(await crypto.subtle.decrypt(algorithm, lock, rest.slice(nonceLength)))
	} catch {
		return refused('way.other')
	}
	const unlocked = await unlockSeed(seed)
	return unlocked.ok && unlocked.value.recipient !== owner.recipient ? refused('key.damaged') : unlocked
}

/** Unlocks with the passphrase. */
export const askPhrase =
	(passphrase: string, argon2id: Argon2id): AskWay =>
	async (salt) => {
		const message = new TextEncoder().encode(toPassphrase(passphrase))
		return ok(await argon2id({ ...phraseCost, message, nonce: salt }))
	}
