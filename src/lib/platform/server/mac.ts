/**
 * HMAC-SHA-256 (RFC 2104) out of two hashes of one call each. `createHmac()` makes an object of the system for every code, and
 * letting those go was a fifth of what taking a report in costs.
 */
import { hash } from 'node:crypto'

/** The code of some bytes, 32 bytes long. */
export type Mac = (message: Uint8Array) => Buffer

const blockLength = 64

/**
 * SHA-256 as text of one character a byte: bytes from the hash would be an object of the system again, and {@link Buffer.from} takes
 * short ones from a pool.
 */
const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary')

/** @param secret - of any length; 32 bytes are as strong as it gets */
export const createMac = (secret: Uint8Array): Mac => {
	const key = Buffer.alloc(blockLength)
	if (secret.length > blockLength) key.write(sha256(secret), 'latin1')
	else key.set(secret)
	const inner = key.map((byte) => byte ^ 0x36)
	const outer = Buffer.alloc(blockLength + 32)
	outer.set(key.map((byte) => byte ^ 0x5c))
	return (message) => {
		outer.write(sha256(Buffer.concat([inner, message])), blockLength, 'latin1')
		return Buffer.from(sha256(outer), 'latin1')
	}
}
