/** An Ed25519 public key as `openssl` reads it: SubjectPublicKeyInfo in PEM (RFC 8410, section 4). */
import { fromBase64, toBase64 } from '#base'

/** DER before the 32 bytes: a sequence, the algorithm 1.3.101.112, a bit string. */
const prefix = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]

/** Writes a key of 32 bytes. */
export const toPublicPem = (publicKey: Uint8Array): string =>
	`-----BEGIN PUBLIC KEY-----\n${toBase64(Uint8Array.from([...prefix, ...publicKey]))}\n-----END PUBLIC KEY-----\n`

/** The 32 bytes of a key; `undefined` for anything but one Ed25519 key. */
export const fromPublicPem = (pem: string): Uint8Array | undefined => {
	const spelt = /^-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=]+)\s+-----END PUBLIC KEY-----\s*$/u.exec(
		pem,
	)?.[1]
	const bytes = spelt === undefined ? undefined : fromBase64(spelt)
	const isOurs = bytes?.length === prefix.length + 32 && prefix.every((byte, at) => bytes[at] === byte)
	return isOurs ? bytes.slice(prefix.length) : undefined
}
