import { argon2idAsync } from '@noble/hashes/argon2.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'

/** Parameters of Argon2id: `memory` in KiB, `tagLength` in bytes. The names are those of Node's `crypto.argon2()`. */
type Argon2Parameters = {
	message: Uint8Array
	nonce: Uint8Array
	memory: number
	passes: number
	parallelism: number
	tagLength: number
}

/** An implementation of Argon2id, version 0x13. */
export type Argon2id = (parameters: Argon2Parameters) => Promise<Uint8Array>

/** The three secrets of a receipt. None can be computed from another. */
export type ReceiptKeys = {
	/** Name of the mailbox, 16 bytes. A server keeps only its SHA-256. */
	lookup: Uint8Array
	/** Secret of the X25519 identity that answers are sealed to, 32 bytes. */
	box: Uint8Array
	/** Seed of the Ed25519 key that signs challenges, 32 bytes. */
	auth: Uint8Array
}

const encoder = new TextEncoder()
const context = 'thiqa/receipt/v1'
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** Argon2id in script, no WebAssembly: a content security policy stays without `wasm-unsafe-eval`. Yields to the page. */
export const argon2idInScript: Argon2id = async ({
	message,
	nonce,
	memory,
	passes,
	parallelism,
	tagLength,
}) => argon2idAsync(message, nonce, { m: memory, t: passes, p: parallelism, dkLen: tagLength })

/**
 * The keys of a receipt. The code itself carries the security (80 random bits); the slow step only adds to it.
 *
 * @param code - the 24 digits in ASCII, without check digits or spaces
 * @param argon2id - a faster implementation where there is one: on a server, Node's `crypto.argon2('argon2id', …)`
 * @throws when the code is not 24 digits
 */
export const deriveKeys = async (
	code: string,
	argon2id: Argon2id = argon2idInScript,
): Promise<ReceiptKeys> => {
	if (!/^\d{24}$/u.test(code)) throw new Error('deriving keys: wanted 24 digits')
	const root = await argon2id({ ...cost, message: encoder.encode(code), nonce: encoder.encode(context) })
	const expand = (label: string, length: number): Uint8Array =>
		hkdf(sha256, root, undefined, encoder.encode(`${context}/${label}`), length)
	return { lookup: expand('lookup', 16), box: expand('box', 32), auth: expand('auth', 32) }
}
