/**
 * Letters that nobody wrote: for a receipt that is unknown, and for the empty places of a mailbox that is not. Made from the
 * lookup, so that asking twice gives the same, as real letters do.
 */
import { createCipheriv, createHmac, hkdfSync } from 'node:crypto'

/** Length of a letter of 4 KiB sealed to one X25519 reader: header, nonce, text with its tag. */
export const letterLength = 168 + 16 + 4096 + 16

const toStream = (secret: Uint8Array, name: string, length: number): Buffer => {
	const key = createHmac('sha256', secret).update(name).digest()
	return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length))
}

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

/** Bytes with the shape of a sealed letter (https://c2sp.org/age) that no key opens. */
const makeLetter = (secret: Uint8Array, name: string): Buffer => {
	const bytes = toStream(secret, name, letterLength + 96)
	const [share, body, mac] = [0, 32, 64].map((from) => bytes.subarray(from, from + 32))
	if (!share || !body || !mac) throw new Error('making a decoy: too few bytes')
	share[31] = (share[31] ?? 0) & 0x7f // points of the curve have no highest bit
	const header = `age-encryption.org/v1\n-> X25519 ${toText(share)}\n${toText(body)}\n--- ${toText(mac)}\n`
	return Buffer.concat([Buffer.from(header), bytes.subarray(96)]).subarray(0, letterLength)
}

export type Decoys = {
	/** A letter for a place of a mailbox page. */
	letter: (lookup: Uint8Array, place: number) => Uint8Array
	/** The mark that a mailbox of this lookup would have. */
	mark: (lookup: Uint8Array) => Uint8Array
	/** Bytes in place of a proof. */
	proof: (lookup: Uint8Array, length: number) => Uint8Array
	/** A report that is none. */
	report: (lookup: Uint8Array) => string
}

/** @param toId - makes a UUID of a name */
export const createDecoys = (secret: Uint8Array, toId: (name: string) => string): Decoys => {
	const nameOf = (lookup: Uint8Array, what: string): string =>
		`${what}/${Buffer.from(lookup).toString('hex')}`
	return {
		letter: (lookup, place) => makeLetter(secret, nameOf(lookup, `letter ${place}`)),
		mark: (lookup) => Buffer.from(hkdfSync('sha256', secret, lookup, 'mark', 16)),
		proof: (lookup, length) => toStream(secret, nameOf(lookup, 'proof'), length),
		report: (lookup) => toId(nameOf(lookup, 'report')),
	}
}
