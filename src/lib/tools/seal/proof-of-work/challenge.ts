import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The one kind of work in use. */
export const algorithm = 'PBKDF2/SHA-256'

/** Bytes of the derived key; half of them are told as what to look for. */
export const keyLength = 32

/** Challenge that the device gets: the work, the form it is for and the time until it counts, all of it signed. */
export type Challenge = {
	parameters: {
		algorithm: typeof algorithm
		cost: number
		data: { form: string }
		/** Seconds since 1970. */
		expiresAt: number
		keyLength: typeof keyLength
		keyPrefix: string
		keySignature: string
		/** 16 random bytes in hex. */
		nonce: string
		salt: string
	}
	/** HMAC-SHA-256 in hex, over the parameters as JSON with sorted names: no field can flow into the next one. */
	signature: string
}

/** Two secrets from one, so that a signature of a challenge is never a signature of its answer. */
export const toSecrets = (
	secret: Uint8Array,
): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } => {
	if (secret.length < 32) throw new Error('signing a challenge: wanted a secret of 32 bytes or more')
	const derive = (use: string): string => bytesToHex(hmac(sha256, secret, new TextEncoder().encode(use)))
	return {
		hmacSignatureSecret: derive('proof-of-work/challenge'),
		hmacKeySignatureSecret: derive('proof-of-work/answer'),
	}
}

/** Names of forms: short, so that a challenge stays small. */
export const formName = /^[a-z0-9][a-z0-9-]{0,39}$/u
