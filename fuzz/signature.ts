import assert from 'node:assert/strict'
import { signRequest, verifyRequest } from '../src/lib/tools/channels/http-signature/request.ts'

const url = 'https://thiqa.example/partner'
const keys = crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])

/** Lines: signature, signature-input, content-digest, content-type, idempotency-key. Nothing that a stranger writes is verified. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const [signature = '', input = '', digest = '', type = '', id = ''] = data.toString('latin1').split('\n')
	const headers = {
		signature,
		'signature-input': input,
		'content-digest': digest,
		'content-type': type,
		'idempotency-key': id,
	}
	const { publicKey } = await keys
	const verified = await verifyRequest({ method: 'POST', url, headers }, async () =>
		Promise.resolve(publicKey),
	)
	assert.equal(verified.ok, false)
}

export const seeds = async (): Promise<string[]> => {
	const { privateKey } = await keys
	const signed = await signRequest(
		{ url, type: 'application/jose', body: new Uint8Array(3), id: crypto.randomUUID() },
		{ kid: 'partner-1', key: privateKey, now: new Date('2026-11-29T12:00:00Z') },
	)
	const names = ['signature', 'signature-input', 'content-digest', 'content-type', 'idempotency-key']
	return [names.map((name) => signed[name] ?? '').join('\n')]
}
