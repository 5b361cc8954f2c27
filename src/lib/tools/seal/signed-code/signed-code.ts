import { fromBase64url, fromHex, toBase64url, toHex } from '#base'
import { getPublicKeyAsync, signAsync, utils, verifyAsync } from '@noble/ed25519'

const encoder = new TextEncoder()
const statementForm = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/u
const codeForm = /^([A-Za-z0-9.-]{1,120})\.([A-Za-z0-9_-]{86})$/u

const readKey = (hex: string): Uint8Array<ArrayBuffer> => {
	const key = fromHex(hex)
	if (key?.length !== 32) throw new Error('reading a key: wanted 64 lower-case hex digits')
	return key
}

/** A new secret key: 64 hex digits. */
export const makeSigningKey = (): string => toHex(utils.randomSecretKey())

/** The public key of a secret key: 64 hex digits. Throws when the key is not 64 hex digits. */
export const toPublicKey = async (secretKey: string): Promise<string> =>
	toHex(await getPublicKeyAsync(readKey(secretKey)))

/**
 * Signs a statement.
 *
 * @param statement - at most 120 characters of `[A-Za-z0-9-]`, in parts joined by dots
 * @throws when the statement has another form, or the key is not 64 hex digits
 */
export const signCode = async (statement: string, secretKey: string): Promise<string> => {
	if (!statementForm.test(statement) || statement.length > 120)
		throw new Error('signing a statement: wanted up to 120 letters, digits, - and dots')
	const signature = await signAsync(encoder.encode(statement), readKey(secretKey))
	return `${statement}.${toBase64url(signature)}`
}

/** The statement of a code that `publicKey` has signed; `undefined` for anything else. Never throws for a wrong code. */
export const readSignedCode = async (code: string, publicKey: string): Promise<string | undefined> => {
	const [, statement, spelt] = codeForm.exec(code) ?? []
	if (statement === undefined || spelt === undefined) return undefined
	// 86 characters hold four bits more than 64 bytes: with them, fifteen other codes would be as good as the first.
	const signature = fromBase64url(spelt, 64)
	if (!signature) return undefined
	try {
		const isGood = await verifyAsync(signature, encoder.encode(statement), readKey(publicKey))
		return isGood ? statement : undefined
	} catch {
		return undefined // a signature that is no point of the curve
	}
}

/** The first 16 hex digits of the key's SHA-256 in groups of four, for people to compare. */
export const toFingerprint = async (publicKey: string): Promise<string> => {
	const digest = await crypto.subtle.digest('SHA-256', readKey(publicKey))
	return (toHex(new Uint8Array(digest)).slice(0, 16).match(/.{4}/gu) ?? []).join(' ')
}
