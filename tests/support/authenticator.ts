/**
 * A passkey device for tests, which answers a challenge as WebAuthn level 3 says, without attestation.
 * https://www.w3.org/TR/webauthn-3/#sctn-attestation
 */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'

const sha256 = (data: string): Buffer => createHash('sha256').update(data).digest()

/** A header of CBOR for what is shorter than 65,536. https://www.rfc-editor.org/rfc/rfc8949 */
const cborHead = (major: number, n: number): Buffer => {
	if (n < 24) return Buffer.from([(major << 5) | n])
	return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
}
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes])

/** A public key of P-256 as COSE writes it: kind, algorithm, curve, both coordinates. */
const makeCoseKey = (): Buffer => {
	const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
		format: 'jwk',
	})
	return Buffer.concat([
		Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
		cborBytes(Buffer.from(x, 'base64url')),
		Buffer.from([0x22]),
		cborBytes(Buffer.from(y, 'base64url')),
	])
}

/** The flags of an answer: somebody was there, was asked for a finger, a face or a code, and a new key is in it. */
const flags = 0x01 | 0x04 | 0x40

/** What the browser of a device sends to finish a passkey that was begun with this challenge. */
export const answerRegistration = (challenge: string, origin: string) => {
	const id = randomBytes(16)
	const authData = Buffer.concat([
		sha256(new URL(origin).hostname),
		Buffer.from([flags, 0, 0, 0, 0]),
		Buffer.alloc(16),
		Buffer.from([0, id.length]),
		id,
		makeCoseKey(),
	])
	const attestation = Buffer.concat([
		cborHead(5, 3),
		cborText('fmt'),
		cborText('none'),
		cborText('attStmt'),
		cborHead(5, 0),
		cborText('authData'),
		cborBytes(authData),
	])
	const client = JSON.stringify({ type: 'webauthn.create', challenge, origin, crossOrigin: false })
	return {
		id: id.toString('base64url'),
		rawId: id.toString('base64url'),
		type: 'public-key',
		clientExtensionResults: {},
		response: {
			clientDataJSON: Buffer.from(client).toString('base64url'),
			attestationObject: attestation.toString('base64url'),
			transports: ['internal'],
		},
	}
}
