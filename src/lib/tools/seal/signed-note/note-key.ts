import { sha256 } from '@noble/hashes/sha2.js'
import { failed, fromBase64, isWellFormed, ok, toBase64, type Result } from '#base'

/** Meaning of a signature: that the key's holder wrote the text, or that a witness saw this checkpoint at a time. */
export type SignatureType = 'ed25519' | 'cosignature'

/** Signature type bytes assigned by https://c2sp.org/signed-note. */
const typeBytes = { ed25519: 0x01, cosignature: 0x04 } as const satisfies Record<SignatureType, number>

/** A public key that may sign notes. Name and id together tell which key signed, and how. */
export type NoteKey = {
	/** A URL without scheme by convention: `example.org/log`. */
	name: string
	type: SignatureType
	/** First four bytes of SHA-256(name, newline, type byte, key). Found, not chosen: no proof of anything. */
	id: number
	/** 32 bytes, RFC 8032. */
	publicKey: Uint8Array
}

/** True for a name that a signature line can carry: not empty, no space of any kind, no plus, no control character. */
export const isKeyName = (name: string): boolean =>
	// eslint-disable-next-line no-control-regex
	name !== '' && isWellFormed(name) && !/[\p{White_Space}+\u0000-\u001f]/u.test(name)

/** Four bytes, the highest first, as a number. */
export const readId = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)

const toId = (name: string, keyBytes: Uint8Array): number =>
	readId(sha256(Uint8Array.from([...new TextEncoder().encode(`${name}\n`), ...keyBytes])))

/** A key with its id. Throws when the name cannot stand in a signature line or the key is not 32 bytes long. */
export const makeNoteKey = (name: string, type: SignatureType, publicKey: Uint8Array): NoteKey => {
	if (!isKeyName(name)) throw new Error('making a key: wanted a name without spaces and plus')
	if (publicKey.length !== 32) throw new Error('making a key: wanted a public key of 32 bytes')
	return { name, type, id: toId(name, Uint8Array.from([typeBytes[type], ...publicKey])), publicKey }
}

/** The key as text to publish (a "vkey"): `<name>+<id, 8 hex digits>+<base64 of type byte and key>`. */
export const toVerifierKey = ({ name, type, id, publicKey }: NoteKey): string =>
	`${name}+${id.toString(16).padStart(8, '0')}+${toBase64(Uint8Array.from([typeBytes[type], ...publicKey]))}`

const refuse = (wanted: string): Result<never> =>
	failed({ path: '', message: `reading a verifier key: wanted ${wanted}` })

/** Reads what {@link toVerifierKey} writes. Refused: a bad name, an id that is not the key's, other kinds of keys. */
export const parseVerifierKey = (text: string): Result<NoteKey> => {
	const [, name = '', id = '', spelt = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text) ?? []
	if (!isKeyName(name)) return refuse('<name>+<8 hex digits>+<base64>')
	const bytes = fromBase64(spelt)
	if (bytes?.length !== 33) return refuse('33 bytes in base64 after the second plus')
	const type = bytes[0] === typeBytes.ed25519 ? 'ed25519' : 'cosignature'
	if (bytes[0] !== typeBytes[type]) return refuse('an Ed25519 key (type 1) or a cosignature key (type 4)')
	const key = makeNoteKey(name, type, bytes.slice(1))
	return key.id === Number.parseInt(id, 16) ? ok(key) : refuse('the id that belongs to this name and key')
}
