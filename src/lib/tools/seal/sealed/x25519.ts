/**
 * X25519 (https://www.rfc-editor.org/rfc/rfc7748) by the WebCrypto of the platform. Where that has none, the ladder of `@noble/curves` is
 * fetched: only a phone that needs it carries it.
 */

const name = 'X25519'

/** PKCS #8 of a key before its 32 bytes (https://www.rfc-editor.org/rfc/rfc8410#section-7): WebCrypto takes secrets in no plainer form. */
const pkcs8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20]

/** 32 bytes, or the same as a key of WebCrypto that cannot be copied. */
export type Scalar = Uint8Array | CryptoKey

const basePoint = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 9 : 0))

/** The secret as a key that multiplies and cannot be read out. Throws `NotSupportedError` where WebCrypto has no X25519. */
export const importScalar = async (secret: Uint8Array): Promise<CryptoKey> => {
	const bytes = new Uint8Array([...pkcs8, ...secret])
	const key = await crypto.subtle.importKey('pkcs8', bytes, { name }, false, ['deriveBits'])
	bytes.fill(0)
	return key
}

const isMissing = (error: unknown): boolean =>
	error instanceof ReferenceError || (error instanceof DOMException && error.name === 'NotSupportedError')

const isBytes = (scalar: Scalar): scalar is Uint8Array => scalar instanceof Uint8Array

/**
 * The secret that two keys share. Throws when the point is of low order: nothing would be secret then.
 */
export const multiply = async (scalar: Scalar, point: Uint8Array): Promise<Uint8Array> => {
	try {
		const key = isBytes(scalar) ? await importScalar(scalar) : scalar
		const other = await crypto.subtle.importKey('raw', new Uint8Array(point), { name }, false, [])
		return new Uint8Array(await crypto.subtle.deriveBits({ name, public: other }, key, 256))
	} catch (error) {
		if (!isMissing(error) || !isBytes(scalar)) throw error
		return (await import('./x25519-ladder.ts')).ladder.scalarMult(scalar, point)
	}
}

/** Recipient of a secret, which others seal to. */
export const toPoint = (scalar: Scalar): Promise<Uint8Array> => multiply(scalar, basePoint)
