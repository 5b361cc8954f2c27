import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { openNote } from '#tools/seal/signed-note'

/** Keys by their 32 bytes: that of the record and those of its witnesses. */
const known = new Map<string, KeyObject>()

const toKeyObject = (publicKey: Uint8Array): KeyObject => {
	const x = Buffer.from(publicKey).toString('base64url')
	const key = known.get(x) ?? createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
	known.set(x, key)
	return key
}

/** Ed25519 by the platform, ten times as fast as what runs on a phone: a record has as many checkpoints as moments at which something came. */
export const verifyNatively: NonNullable<Parameters<typeof openNote>[2]> = (
	signature,
	message,
	{ publicKey },
) => {
	try {
		return verify(null, message, toKeyObject(publicKey), signature)
	} catch {
		return false // no point of the curve
	}
}
