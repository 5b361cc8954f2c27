import { createMessage, decrypt, encrypt, readKey, readMessage } from 'openpgp'
import { failed, ok, type Result } from '#base'
import { profile } from './profile.ts'
import type { SecretKey } from './secret-key.ts'

/** A message is at most so long, armored. */
const most = 14 * 1024 * 1024

/**
 * Signs bytes and seals them to keys that `readPublicKey()` has found good.
 *
 * @returns an armored message
 */
export const sealSigned = async (
	bytes: Uint8Array,
	{ to, from }: { to: readonly string[]; from: SecretKey },
	at: Date,
): Promise<string> => {
	const sealed: unknown = await encrypt({
		message: await createMessage({ binary: bytes, date: at }),
		encryptionKeys: await Promise.all(to.map((armoredKey) => readKey({ armoredKey, config: profile }))),
		signingKeys: from,
		date: at,
		format: 'armored',
		config: profile,
	})
	return String(sealed)
}

/**
 * Opens a message and verifies who signed it. Nothing of it is handed out before both are good: refuses what is no message (`armor`), what is
 * not sealed to this key or was changed (`seal`), what the sender has not signed (`signature`).
 *
 * @param given - `from`: public key of the sender, armored, as `readPublicKey()` gave it
 */
export const openSealed = async (
	armored: string,
	{ by, from }: { by: SecretKey; from: string },
	at: Date,
): Promise<Result<Uint8Array>> => {
	const message =
		armored.length > most
			? undefined
			: await readMessage({ armoredMessage: armored, config: profile }).catch(() => undefined)
	if (!message) return failed({ path: 'armor', message: 'an armored OpenPGP message of at most 14 MiB' })
	const opened = await decrypt({
		message,
		decryptionKeys: by,
		verificationKeys: await readKey({ armoredKey: from, config: profile }),
		format: 'binary',
		date: at,
		config: profile,
	}).catch(() => undefined)
	if (!opened) return failed({ path: 'seal', message: 'a message sealed to this key, unchanged' })
	const verified = await Promise.allSettled(opened.signatures.map(({ verified }) => verified))
	if (verified.some(({ status }) => status === 'fulfilled')) return ok(opened.data)
	return failed({ path: 'signature', message: 'a signature of the sender whose key this is' })
}
