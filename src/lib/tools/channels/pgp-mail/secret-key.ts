import { generateKey, readPrivateKey } from 'openpgp'
import { failed, ok, type Result } from '#base'
import { profile } from './profile.ts'

/** A key as it was made. `secret` and `revocation` are to be kept sealed; who holds `revocation` can end the key. */
export type MadeKey = { secret: string; public: string; revocation: string; fingerprint: string }

/** An own key, open. */
export type SecretKey = Awaited<ReturnType<typeof readPrivateKey>>

const day = 86_400

/**
 * Makes a key of an organisation: Ed25519 signs, X25519 opens. Its type has the older names, as GnuPG 2.4 does not know the newer ones.
 *
 * @param owner - `days`: how long it is good for
 */
export const makeKey = async (
	owner: { name: string; email: string; days: number },
	at: Date,
): Promise<MadeKey> => {
	const made = await generateKey({
		type: 'ecc',
		curve: 'ed25519Legacy',
		userIDs: { name: owner.name, email: owner.email },
		keyExpirationTime: owner.days * day,
		date: at,
		format: 'object',
		config: profile,
	})
	return {
		secret: made.privateKey.armor(profile),
		public: made.publicKey.armor(profile),
		revocation: made.revocationCertificate,
		fingerprint: made.publicKey.getFingerprint().toUpperCase(),
	}
}

/** Reads an own key. Refuses what is none (`armor`) and what is closed by a passphrase (`passphrase`). */
export const readSecretKey = async (armored: string): Promise<Result<SecretKey>> => {
	try {
		const key = await readPrivateKey({ armoredKey: armored, config: profile })
		if (key.isDecrypted()) return ok(key)
	} catch {
		return failed({ path: 'armor', message: 'an armored OpenPGP key with its secret part' })
	}
	return failed({ path: 'passphrase', message: 'a key that no passphrase closes' })
}
