/** The public key under which kits of campaigns are signed. */
import { toKitName } from '#domains/programme/campaigns/making'
import { toPublicPem } from '#domains/programme/mirrors'
import { findKey, readConfig } from '#platform'
import { makeNoteKey, toVerifierKey } from '#tools/seal/signed-note'
import { getPublicKeyAsync } from '@noble/ed25519'

/** The key in PEM, and as a note's verifier reads it, which has its fingerprint; `undefined` as long as no kit was made. @param origin - of the website */
export const findKitKeys = async (origin: string): Promise<{ pem: string; verifier: string } | undefined> => {
	const secretKey = await findKey(readConfig().dataDir, 'kit')
	if (!secretKey) return undefined
	const publicKey = await getPublicKeyAsync(secretKey)
	return {
		pem: toPublicPem(publicKey),
		verifier: toVerifierKey(makeNoteKey(toKitName(origin), 'ed25519', publicKey)),
	}
}
