import assert from 'node:assert/strict'
import {
	sealPayload,
	unsealPayload,
	verifyPayload,
} from '../src/lib/tools/channels/sealed-payload/sealed-payload.ts'

const ed25519 = crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
const x25519 = crypto.subtle.generateKey('X25519', false, ['deriveBits'])

/** Payloads that a stranger seals or signs are refused by a code; nothing of them is opened, as nobody has these keys. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const text = data.toString('latin1')
	const [seal, sign] = [await x25519, await ed25519]
	const unsealed = await unsealPayload(text, async () => Promise.resolve(seal.privateKey), 65_536)
	assert.equal(unsealed.ok, false)
	const verified = await verifyPayload(text, async () => Promise.resolve(sign.publicKey))
	assert.equal(verified.ok, false)
}

export const seeds = async (): Promise<string[]> => {
	const [seal, sign] = [await x25519, await ed25519]
	const sealed = await sealPayload(new Uint8Array(3), {
		seal: { kid: 'seal-1', key: seal.publicKey },
		sign: { kid: 'sign-1', key: sign.privateKey },
	})
	return [sealed, `${btoa('{"alg":"EdDSA","kid":"sign-1"}').replaceAll('=', '')}.AAAA.${'A'.repeat(86)}`]
}
