/**
 * The age file (https://c2sp.org/age) for readers with an X25519 key: what a phone needs of it, whole buffers only. All other kinds of
 * keys are those of `age-encryption`. The vectors of the standard's authors hold both (`cctv.test.ts`).
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { equalBytes } from '@noble/ciphers/utils.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64nopad } from '@scure/base'
import { readHeader } from './header.ts'
import { multiply, toPoint, type Scalar } from './x25519.ts'

const nonceLength = 16
const tagLength = 16
const chunkLength = 65_536
const keyLength = 32

const derive = (secret: Uint8Array, salt: Uint8Array | undefined, label: string): Uint8Array =>
	hkdf(sha256, secret, salt, utf8ToBytes(label), keyLength)

/** The key of a file is wrapped once with each key that is made here, so the nonce may be zero. */
const wrapCipher = (shared: Uint8Array, share: Uint8Array, recipient: Uint8Array) =>
	chacha20poly1305(
		derive(shared, concatBytes(share, recipient), 'age-encryption.org/v1/X25519'),
		new Uint8Array(12),
	)

const toMac = (fileKey: Uint8Array, header: Uint8Array): Uint8Array =>
	hmac(sha256, derive(fileKey, undefined, 'header'), header)

/** Eleven bytes that count, and one that says whether more follows. */
const chunkCipher = (key: Uint8Array, at: number, isLast: boolean) => {
	const nonce = new Uint8Array(12)
	new DataView(nonce.buffer).setUint32(7, at)
	nonce[11] = isLast ? 1 : 0
	return chacha20poly1305(key, nonce)
}

const splitInto = (bytes: Uint8Array, length: number): Uint8Array[] =>
	Array.from({ length: Math.max(1, Math.ceil(bytes.length / length)) }, (_, at) =>
		bytes.subarray(at * length, (at + 1) * length),
	)

/** An age file that the reader of this key opens, and nobody else. */
export const sealFile = async (content: Uint8Array, recipient: Uint8Array): Promise<Uint8Array> => {
	const [fileKey, once, nonce] = [randomBytes(16), randomBytes(keyLength), randomBytes(nonceLength)]
	const share = await toPoint(once)
	const wrapped = wrapCipher(await multiply(once, recipient), share, recipient).encrypt(fileKey)
	const header = utf8ToBytes(
		`age-encryption.org/v1\n-> X25519 ${base64nopad.encode(share)}\n${base64nopad.encode(wrapped)}\n---`,
	)
	const mac = utf8ToBytes(` ${base64nopad.encode(toMac(fileKey, header))}\n`)
	const key = derive(fileKey, nonce, 'payload')
	const chunks = splitInto(content, chunkLength)
	const sealed = chunks.map((chunk, at) => chunkCipher(key, at, at === chunks.length - 1).encrypt(chunk))
	return concatBytes(header, mac, nonce, ...sealed)
}

const damaged = (what: string): Error => new Error(`opening an age file: ${what} is not as it must be`)

const openChunks = (payload: Uint8Array, fileKey: Uint8Array): Uint8Array => {
	if (payload.length < nonceLength + tagLength) throw damaged('its length')
	const key = derive(fileKey, payload.subarray(0, nonceLength), 'payload')
	const chunks = splitInto(payload.subarray(nonceLength), chunkLength + tagLength)
	const last = chunks.length - 1
	if (last > 0 && chunks[last]?.length === tagLength) throw damaged('its last chunk')
	return concatBytes(...chunks.map((chunk, at) => chunkCipher(key, at, at === last).decrypt(chunk)))
}

/** The key of a file from the part that is for this reader; `undefined` when none is. */
const unwrap = async (
	stanzas: readonly { type: string; args: readonly string[]; body: string }[],
	scalar: Scalar,
): Promise<Uint8Array | undefined> => {
	const recipient = await toPoint(scalar)
	// All are read, not only ours: a header with a line that is not as it must be is no header.
	const read = stanzas.map(({ body, ...stanza }) => ({ ...stanza, wrapped: base64nopad.decode(body) }))
	for (const { args, wrapped } of read.filter(({ type }) => type === 'X25519')) {
		const share = base64nopad.decode(args.join(' '))
		if (share.length !== keyLength || wrapped.length !== 16 + tagLength) throw damaged('a stanza')
		const cipher = wrapCipher(await multiply(scalar, share), share, recipient)
		try {
			return cipher.decrypt(wrapped)
		} catch {
			// It is for another reader.
		}
	}
	return undefined
}

/**
 * The content of an age file, all of it.
 *
 * @returns `undefined` when it is sealed to others
 * @throws Error when it is no age file, or was changed, cut or lengthened
 */
export const openFile = async (file: Uint8Array, scalar: Scalar): Promise<Uint8Array | undefined> => {
	const header = readHeader(file)
	if (header === undefined) throw damaged('the header')
	const fileKey = await unwrap(header.stanzas, scalar)
	if (fileKey === undefined) return undefined
	const { mac, macAt, length } = header
	if (!equalBytes(base64nopad.decode(mac), toMac(fileKey, file.subarray(0, macAt))))
		throw damaged('the header')
	return openChunks(file.subarray(length), fileKey)
}
