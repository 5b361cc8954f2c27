/** The public key under which copies of the site are signed. */
import { toPublicPem } from '#domains/programme/mirrors'
import { findKey, readConfig } from '#platform'
import { getPublicKeyAsync } from '@noble/ed25519'

/** The key in PEM; `undefined` as long as no copy was made. */
export const findMirrorKey = async (): Promise<string | undefined> => {
	const secretKey = await findKey(readConfig().dataDir, 'mirror')
	return secretKey && toPublicPem(await getPublicKeyAsync(secretKey))
}
