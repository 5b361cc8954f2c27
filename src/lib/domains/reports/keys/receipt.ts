import { toBase64url } from '#base'
import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { deriveKeys, type Argon2id } from '#tools/seal/receipt-keys'
import { identityFromBytes, toRecipient } from '#tools/seal/sealed'

/** Secrets of the holder of a receipt. Never sent, never stored. */
export type ReceiptSecrets = {
	/** age identity that answers are sealed to. */
	box: string
	/** Ed25519 seed, 32 bytes. */
	auth: Uint8Array
	/** Name of the one report that goes with the receipt, told inside the seal: an answer for another one does not fit. */
	nonce: string
}

/** Keys that the server gets to keep a mailbox: where it is, whom to seal to, how to know the holder. */
export type MailboxKeys = {
	/** 16 bytes; the server keeps a keyed hash of it. */
	lookup: Uint8Array
	/** Ed25519 public key, 32 bytes. */
	auth: Uint8Array
	/** `age1…`. */
	box: string
	/** 16 bytes that a mailbox gives back to its holder: without them it is a decoy. */
	mark: Uint8Array
}

const encoder = new TextEncoder()

/**
 * Everything behind a receipt, from its 24 digits. Slow on purpose (Argon2id).
 *
 * @throws when the code is not 24 digits: read it with `parseReceipt()` first
 */
export const openReceipt = async (
	code: string,
	argon2id?: Argon2id,
): Promise<{ secrets: ReceiptSecrets; keys: MailboxKeys }> => {
	const { lookup, box, auth } = await deriveKeys(code, argon2id)
	const identity = identityFromBytes(box)
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('opening a receipt: its box has no recipient')
	const derive = (use: string): Uint8Array =>
		hmac(sha256, auth, encoder.encode(`thiqa/mailbox/v1/${use}`)).slice(0, 16)
	return {
		secrets: { box: identity, auth, nonce: toBase64url(derive('nonce')) },
		keys: { lookup, auth: await getPublicKeyAsync(auth), box: recipient.value, mark: derive('mark') },
	}
}

const toSigned = (challenge: string): Uint8Array => encoder.encode(`thiqa/mailbox/v1\0${challenge}`)

/** The holder's signature on what the server asked to sign. */
export const signChallenge = async (challenge: string, { auth }: ReceiptSecrets): Promise<Uint8Array> =>
	signAsync(toSigned(challenge), auth)
