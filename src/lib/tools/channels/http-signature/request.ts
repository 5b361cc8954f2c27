import { createSignature, verifySignature } from 'http-message-sig'
import { ok, refused, toBase64url, type Refusal } from '#base'
import { makeContentDigest } from './content-digest.ts'
import {
	anyTime,
	judgeError,
	label,
	requestComponents,
	requestTag,
	toDescriptor,
	toSeconds,
	toSigner,
	toVerifier,
	type SignedRequest,
	type SigningKey,
} from './profile.ts'
import { longestLife } from './times.ts'

export type { SignedRequest, SigningKey } from './profile.ts'

/** Parameters that a signature says of itself. Nothing of it is true before the signature has been verified. */
export type Claims = { kid: string; created: number; expires: number; nonce: string; signature: Uint8Array }

/**
 * Signs a POST and gives all its headers.
 *
 * @param request - `id`: the Idempotency-Key, a UUID; the same at each try of the same message
 * @param signing - `now` is when it is signed: it holds for five minutes from then
 */
export const signRequest = async (
	request: { url: string; type: string; body: Uint8Array<ArrayBuffer>; id: string },
	{ now, ...key }: SigningKey & { now: Date },
): Promise<Record<string, string>> => {
	const { url, type, body, id } = request
	const headers = {
		'content-type': type,
		'content-digest': await makeContentDigest(body),
		'idempotency-key': `"${id}"`,
	}
	const created = toSeconds(now)
	const { signature, signatureInput } = await createSignature(
		toDescriptor({ method: 'POST', url, headers }),
		{
			label,
			components: requestComponents,
			parameters: {
				created,
				expires: created + longestLife,
				keyid: key.kid,
				alg: 'ed25519',
				tag: requestTag,
				nonce: toBase64url(crypto.getRandomValues(new Uint8Array(24))),
			},
			signer: toSigner(key),
		},
	)
	return { ...headers, signature, 'signature-input': signatureInput }
}

const readClaims = (
	parameters: Readonly<Record<string, unknown>>,
	signature: Uint8Array,
): Claims | undefined => {
	const { keyid, created, expires, nonce, tag, alg } = parameters
	if (typeof keyid !== 'string' || typeof nonce !== 'string') return undefined
	if (typeof created !== 'number' || typeof expires !== 'number') return undefined
	if (tag !== requestTag || alg !== 'ed25519' || signature.length !== 64) return undefined
	if (!/^[\x21-\x7e]{1,128}$/u.test(keyid) || !/^[\w+/=.-]{16,128}$/u.test(nonce)) return undefined
	return { kid: keyid, created, expires, nonce, signature }
}

/**
 * Verifies the signature of a request. Once its shape is right, `findKey` gets what it claims and answers the Ed25519 key of that
 * name, or the code of a refusal: whatever costs little and must come before the signature is asked there.
 *
 * @returns what has been verified. Refuses with `signature.shape` (missing, malformed, not of this profile), `signature.wrong`, or a
 * code of `findKey`
 */
export const verifyRequest = async <Code extends string>(
	request: SignedRequest,
	findKey: (claims: Claims) => Promise<CryptoKey | Code>,
): Promise<{ ok: true; value: Claims } | Refusal<Code | 'signature.shape' | 'signature.wrong'>> => {
	const outcome: { claims?: Claims; stopped?: Code | 'signature.shape' } = {}
	const stop = (code: Code | 'signature.shape'): never => {
		outcome.stopped = code
		throw new Error(`verifying a signature: stopped by ${code}`)
	}
	try {
		await verifySignature(toDescriptor(request), {
			label,
			policy: {
				algorithms: ['ed25519'],
				requiredComponents: requestComponents,
				requiredParameters: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
				...anyTime,
			},
			resolveVerifier: async ({ parameters, signature }) => {
				const claims = readClaims(parameters, signature) ?? stop('signature.shape')
				outcome.claims = claims
				const found = await findKey(claims)
				return toVerifier(typeof found === 'string' ? stop(found) : found)
			},
		})
	} catch (error) {
		return refused(outcome.stopped ?? `signature.${judgeError(error)}`)
	}
	return outcome.claims ? ok(outcome.claims) : refused('signature.shape')
}
