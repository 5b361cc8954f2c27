import {
	CompactEncrypt,
	CompactSign,
	compactDecrypt,
	compactVerify,
	decodeProtectedHeader,
	errors,
} from 'jose'
import { ok, refused, type Result } from '#base'

type NamedKey = { kid: string; key: CryptoKey }

/** Reasons why a payload was not opened, in the order in which they are found. */
type UnsealRefusal =
	| 'payload.too-long'
	| 'payload.form'
	| 'payload.algorithm'
	| 'payload.seal-key'
	| 'payload.not-opened'

/** Reasons why what was opened is not believed. */
type InnerRefusal =
	| 'payload.inner-form'
	| 'payload.inner-algorithm'
	| 'payload.sign-key'
	| 'payload.inner-wrong'

const sealAlgorithm = 'ECDH-ES+A256KW'
const cipher = 'A256GCM'
const signAlgorithm = 'EdDSA'

/** Signs bytes with our key and seals them to another's. Names of both keys stand in clear or inside, never the content. */
export const sealPayload = async (
	payload: Uint8Array,
	{ sign, seal }: { sign: NamedKey; seal: NamedKey },
): Promise<string> => {
	const signed = await new CompactSign(payload)
		.setProtectedHeader({ alg: signAlgorithm, kid: sign.kid })
		.sign(sign.key)
	return new CompactEncrypt(new TextEncoder().encode(signed))
		.setProtectedHeader({ alg: sealAlgorithm, enc: cipher, cty: 'JOSE', kid: seal.kid })
		.encrypt(seal.key)
}

type Header = Readonly<Record<string, unknown>>

const readHeader = (text: string): Header | undefined => {
	try {
		return decodeProtectedHeader(text)
	} catch {
		return undefined
	}
}

const hasOnly = (header: Header, names: readonly string[]): boolean =>
	Object.keys(header).every((name) => names.includes(name))

/** Name of the key that a sealed text says it is sealed to; `undefined` for what is none. Nothing of it is true before it was opened. */
export const findSealedTo = (text: string): string | undefined => {
	const kid = readHeader(text)?.['kid']
	return typeof kid === 'string' ? kid : undefined
}

/** The library's own errors say that the input was wrong; others are ours. */
const orRefuse = async <Value>(work: Promise<Value>): Promise<Value | undefined> => {
	try {
		return await work
	} catch (error) {
		// WebCrypto answers a point that is none with an error of its own.
		if (error instanceof errors.JOSEError || error instanceof DOMException) return undefined
		if (error instanceof TypeError) return undefined
		throw error
	}
}

/** The key of a name; `undefined` when there is none that counts. */
type FindKey = (kid: string) => Promise<CryptoKey | undefined>

/**
 * Opens what was sealed to us; who signed it is not asked yet. No algorithm but the one of each step, no header that is not looked at,
 * no compression.
 *
 * @param findKey - our secret half of a name
 * @param most - longest text that is looked at, in characters
 * @returns the compact JWS that was inside
 */
export const unsealPayload = async (
	text: string,
	findKey: FindKey,
	most: number,
): Promise<Result<string, UnsealRefusal>> => {
	if (text.length > most) return refused('payload.too-long')
	const header = /^[\w-]+(?:\.[\w-]+){4}$/u.test(text) ? readHeader(text) : undefined
	if (!header) return refused('payload.form')
	const { alg, enc, kid } = header
	// `zip` is none of these: what swells when it is opened is never opened.
	const isOurs = hasOnly(header, ['alg', 'enc', 'epk', 'kid', 'cty', 'typ'])
	if (alg !== sealAlgorithm || enc !== cipher || !isOurs) return refused('payload.algorithm')
	const key = typeof kid === 'string' ? await findKey(kid) : undefined
	if (!key) return refused('payload.seal-key')
	const opened = await orRefuse(
		compactDecrypt(text, key, {
			keyManagementAlgorithms: [sealAlgorithm],
			contentEncryptionAlgorithms: [cipher],
		}),
	)
	return opened ? ok(new TextDecoder('latin1').decode(opened.plaintext)) : refused('payload.not-opened')
}

/**
 * Verifies who signed what {@link unsealPayload} opened.
 *
 * @param findKey - public half of the sender's key of a name
 * @returns the bytes that were signed, and the name of the key that signed them
 */
export const verifyPayload = async (
	signed: string,
	findKey: FindKey,
): Promise<Result<{ payload: Uint8Array; signedBy: string }, InnerRefusal>> => {
	const header = /^[\w-]+\.[\w-]*\.[\w-]+$/u.test(signed) ? readHeader(signed) : undefined
	if (!header) return refused('payload.inner-form')
	const { alg, kid } = header
	if (alg !== signAlgorithm || !hasOnly(header, ['alg', 'kid', 'typ', 'cty']))
		return refused('payload.inner-algorithm')
	const key = typeof kid === 'string' ? await findKey(kid) : undefined
	if (!key || typeof kid !== 'string') return refused('payload.sign-key')
	const verified = await orRefuse(compactVerify(signed, key, { algorithms: [signAlgorithm] }))
	return verified ? ok({ payload: verified.payload, signedBy: kid }) : refused('payload.inner-wrong')
}
