/**
 * What a passkey answers to a salt, only on this site and only after a finger, a face or a code: the PRF extension of WebAuthn
 * (https://www.w3.org/TR/webauthn-3/#prf-extension). Nothing of it is sent anywhere.
 */
import { base64urlnopad } from '@scure/base'
import { ok, refused, type Result } from '#base'
import type { WayRefusal } from '../../keys/index.ts'

/** A passkey by its own id, base64url, and the salt it is asked with. */
export type Asked = { credential: string; salt: Uint8Array }
type PasskeyAnswer = { credential: string; secret: Uint8Array }

const toBytes = (value: BufferSource): Uint8Array =>
	value instanceof ArrayBuffer
		? new Uint8Array(value)
		: new Uint8Array(value.buffer, value.byteOffset, value.byteLength)

const get = (asked: readonly Asked[]): Promise<Credential | null> =>
	navigator.credentials.get({
		publicKey: {
			// Nobody checks the signature: what counts is the answer.
			challenge: crypto.getRandomValues(new Uint8Array(32)),
			userVerification: 'required',
			allowCredentials: asked.map(({ credential }) => ({
				type: 'public-key',
				id: base64urlnopad.decode(credential).slice(),
			})),
			extensions: {
				prf: {
					evalByCredential: Object.fromEntries(
						asked.map(({ credential, salt }) => [credential, { first: salt.slice() }]),
					),
				},
			},
		},
	})

/**
 * Asks whichever of these passkeys is at hand. Refuses with `way.stopped` (the person or the device broke off) or `way.unable`
 * (the device or the browser has no such answer).
 */
export const askPasskeys = async (asked: readonly Asked[]): Promise<Result<PasskeyAnswer, WayRefusal>> => {
	if (typeof PublicKeyCredential !== 'function') return refused('way.unable')
	const credential = (await get(asked).catch(() => null)) as PublicKeyCredential | null
	if (!credential) return refused('way.stopped')
	const first = credential.getClientExtensionResults().prf?.results?.first
	if (!first) return refused('way.unable')
	return ok({ credential: credential.id, secret: toBytes(first) })
}
