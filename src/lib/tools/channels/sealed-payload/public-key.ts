import { calculateJwkThumbprint, importJWK } from 'jose'

/** Public half of a key on a curve of RFC 8037: `Ed25519` signs, `X25519` seals. `x`: 32 bytes in base64url. */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519' | 'X25519'; x: string }

const algorithms = { Ed25519: 'EdDSA', X25519: 'ECDH-ES+A256KW' } as const

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

/**
 * A public key from the text of its JWK; `undefined` when it is none of this curve, or holds the secret half.
 * Other members (`kid`, `use`, `alg`) may stand there and are not looked at.
 */
export const readPublicJwk = async (
	text: string,
	curve: PublicJwk['crv'],
): Promise<CryptoKey | undefined> => {
	const jwk = parse(text)
	if (typeof jwk !== 'object' || jwk === null || 'd' in jwk) return undefined
	if (!('kty' in jwk && jwk.kty === 'OKP' && 'crv' in jwk && jwk.crv === curve)) return undefined
	if (!('x' in jwk) || typeof jwk.x !== 'string' || !/^[\w-]{43}$/u.test(jwk.x)) return undefined
	try {
		const key = await importJWK({ kty: 'OKP', crv: curve, x: jwk.x }, algorithms[curve])
		return key instanceof Uint8Array ? undefined : key
	} catch {
		return undefined
	}
}

/** The name that a key has from its own bytes (RFC 7638), in base64url: two who compare it compare the key. */
export const toThumbprint = ({ kty, crv, x }: PublicJwk): Promise<string> =>
	calculateJwkThumbprint({ kty, crv, x }, 'sha256')
