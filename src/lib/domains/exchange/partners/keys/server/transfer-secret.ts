/**
 * Secrets of keys for transfers of a zone (TSIG, https://www.rfc-editor.org/rfc/rfc8945). Both ends know such a secret, so it cannot be kept as a digest alone.
 * It is kept nowhere: each is made of the name of its key and of `<dataDir>/keys/exchange-tsig.key`, and a copy of the database without that file is useless.
 */
import { createHash } from 'node:crypto'
import { createMac, findKey, getKey } from '#platform'

/** The only algorithm: every server of names has it (RFC 8945, section 6). */
export const transferAlgorithm = 'hmac-sha256'

const file = 'exchange-tsig'

const derive = (root: Uint8Array, name: string): Buffer =>
	createMac(root)(Buffer.from(`thiqa/tsig/v1\n${name}`))

/** Digest of a secret, in hex: what is kept of it, and what two persons compare. */
const toDigest = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex')

/** The secret of a new key, in base64, and its digest. */
export const makeTransferSecret = async (
	dataDir: string,
	name: string,
): Promise<{ secret: string; digest: string }> => {
	const secret = derive(await getKey(dataDir, file), name)
	return { secret: secret.toString('base64'), digest: toDigest(secret) }
}

/**
 * The secret of a key of the directory, in base64; `undefined` where the file is gone, or is another than when the key was made: its partner
 * knows another secret then.
 */
export const findTransferSecret = async (
	dataDir: string,
	{ name, digest }: { name: string; digest: string },
): Promise<string | undefined> => {
	const root = await findKey(dataDir, file)
	const secret = root && derive(root, name)
	return secret && toDigest(secret) === digest ? secret.toString('base64') : undefined
}
