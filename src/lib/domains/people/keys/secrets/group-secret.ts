/**
 * Secrets that several people of the desk hold: the key of an epoch, to which reports are sealed and with which answers are
 * signed, and the key of the index of addresses. Each is wrapped for one person at a time, as an age file of one length.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, base64urlnopad, hex } from '@scure/base'
import * as v from 'valibot'
import { ok, refused, type Result } from '#base'
import {
	makeIdentity,
	openText,
	seal,
	toRecipient,
	type Identity,
	type SealRefusal,
	type TextRefusal,
} from '#tools/seal/sealed'
import { lock, lockSeed, toSigningKey, type Sign } from './lock.ts'

/** Public half of an epoch; `answerKey` is Ed25519 in base64url, `note` what the root has signed of it, where it is handed to a browser. */
export type EpochKey = { kind: 'epoch'; id: string; recipient: string; answerKey: string; note?: string }
/** Public half of the key of an index: a fingerprint of it, 20 hex digits. */
export type IndexKey = { kind: 'index'; id: string; print: string }
export type GroupKey = EpochKey | IndexKey

/** Reasons why a wrap does not give the secret that it is for. */
export type SecretRefusal = TextRefusal | 'wrap.other'

/** A secret as it was made, before it is wrapped; `text` is forgotten after that. */
type NewSecret<Key extends GroupKey> = { key: Key; text: string }

/** An epoch while it is open. `sign` signs with the answer key. */
export type OpenEpoch = EpochKey & { identity: Identity; sign: Sign }

const bytes = (length: number) =>
	v.pipe(
		v.string(),
		v.check((text) => /^[A-Za-z0-9+/]{43}=$/u.test(text) && base64.decode(text).length === length),
	)

const epochForm = v.strictObject({
	v: v.literal(1),
	kind: v.literal('epoch'),
	id: v.string(),
	identity: v.string(),
	answerSeed: bytes(32),
})
const indexForm = v.strictObject({
	v: v.literal(1),
	kind: v.literal('index'),
	id: v.string(),
	key: bytes(32),
})

/** Every wrap has this many bytes inside, whatever it wraps. */
export const wrapSizes = [512]

const random = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32))

const toPrint = (key: Uint8Array): string =>
	hex.encode(
		sha256(Uint8Array.from([...new TextEncoder().encode('thiqa/index-key/v1\0'), ...key])).slice(0, 10),
	)

/** A new epoch: what reporters seal to, and what answers are checked with. `sign` signs with its answer key. */
export const makeEpoch = async (id: string): Promise<NewSecret<EpochKey> & { sign: Sign }> => {
	const identity = await makeIdentity()
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('making an epoch: the identity has no recipient')
	const seed = random()
	const answerKey = base64urlnopad.encode(await toSigningKey(seed))
	const text = JSON.stringify({ v: 1, kind: 'epoch', id, identity, answerSeed: base64.encode(seed) })
	const sign = await lockSeed(seed)
	return { key: { kind: 'epoch', id, recipient: recipient.value, answerKey }, text, sign }
}

/** A new key for the index by which reports of the same address find each other; `key`: 32 bytes that were drawn before. */
export const makeIndexKey = (id: string, key: Uint8Array = random()): NewSecret<IndexKey> => {
	const text = JSON.stringify({ v: 1, kind: 'index', id, key: base64.encode(key) })
	return { key: { kind: 'index', id, print: toPrint(key) }, text }
}

/** A secret for one more person, or for the escrow. Refuses with `sealed.recipient`. */
export const wrapSecret = (text: string, recipient: string): Promise<Result<Uint8Array, SealRefusal>> =>
	seal(text, recipient, wrapSizes)

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

const isOfEpoch = async (secret: v.InferOutput<typeof epochForm>, key: EpochKey): Promise<boolean> => {
	const recipient = await toRecipient(secret.identity)
	const answerKey = base64urlnopad.encode(await toSigningKey(base64.decode(secret.answerSeed)))
	return (
		secret.id === key.id && recipient.ok && recipient.value === key.recipient && answerKey === key.answerKey
	)
}

/**
 * True when a text is the secret of this key and of no other. age binds a file to nothing: a wrap that was put in the place of
 * another opens cleanly, so this is asked each time.
 */
const isSecretOf = async (text: string, key: GroupKey): Promise<boolean> => {
	const json = parseJson(text)
	if (key.kind === 'epoch') return v.is(epochForm, json) && (await isOfEpoch(json, key))
	return v.is(indexForm, json) && json.id === key.id && toPrint(base64.decode(json.key)) === key.print
}

/**
 * The text of a secret from a wrap, for wrapping it again. Refuses as `open()` of `#tools/seal/sealed` does, and with `wrap.other`
 * what is the secret of another key.
 */
export const readSecret = async (
	wrap: Uint8Array,
	identity: Identity,
	key: GroupKey,
): Promise<Result<string, SecretRefusal>> => {
	const text = await openText(wrap, identity)
	if (!text.ok) return text
	return (await isSecretOf(text.value, key)) ? text : refused('wrap.other')
}

/** Opens an epoch for work. Refuses as {@link readSecret} does. */
export const openEpoch = async (
	wrap: Uint8Array,
	identity: Identity,
	key: EpochKey,
): Promise<Result<OpenEpoch, SecretRefusal>> => {
	const text = await readSecret(wrap, identity, key)
	if (!text.ok) return text
	const secret = v.parse(epochForm, parseJson(text.value))
	const sign = await lockSeed(base64.decode(secret.answerSeed))
	return ok({ ...key, identity: await lock(secret.identity), sign })
}

/** Opens an index: a key for HMAC-SHA-256 that cannot be copied. Refuses as {@link readSecret} does. */
export const openIndexKey = async (
	wrap: Uint8Array,
	identity: Identity,
	key: IndexKey,
): Promise<Result<CryptoKey, SecretRefusal>> => {
	const text = await readSecret(wrap, identity, key)
	if (!text.ok) return text
	const secret = base64.decode(v.parse(indexForm, parseJson(text.value)).key)
	const algorithm = { name: 'HMAC', hash: 'SHA-256' }
	const locked = await crypto.subtle.importKey('raw', secret.slice(), algorithm, false, ['sign'])
	secret.fill(0)
	return ok(locked)
}
