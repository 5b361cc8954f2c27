/** Secrets as keys of WebCrypto that work and cannot be copied out of the browser, where the browser has them. */
import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { lockIdentity, type Identity } from '#tools/seal/sealed'

/** PKCS #8 of an Ed25519 key before its 32 bytes (https://www.rfc-editor.org/rfc/rfc8410#section-7). */
const pkcs8Prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]

/** Signs bytes with Ed25519 (RFC 8032): 64 bytes. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array>

const isUnsupported = (error: unknown): boolean =>
	error instanceof Error && error.name === 'NotSupportedError'

/** The identity as a key that cannot be copied; the identity itself in a browser whose WebCrypto has no X25519. */
export const lock = async (identity: string): Promise<Identity> => {
	try {
		const locked = await lockIdentity(identity)
		if (locked.ok) return locked.value
	} catch (error) {
		if (!isUnsupported(error)) throw error
		return identity
	}
	throw new Error('locking an identity: it is none, though it was made here')
}

/** A signer from a seed of 32 bytes, which is wiped; without Ed25519 in WebCrypto the signer holds a copy of it. */
export const lockSeed = async (seed: Uint8Array): Promise<Sign> => {
	try {
		const bytes = new Uint8Array([...pkcs8Prefix, ...seed])
		const key = await crypto.subtle.importKey('pkcs8', bytes, { name: 'Ed25519' }, false, ['sign'])
		bytes.fill(0)
		return async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message.slice()))
	} catch (error) {
		if (!isUnsupported(error)) throw error
		const copy = seed.slice()
		return (message) => signAsync(message, copy)
	} finally {
		seed.fill(0)
	}
}

/** The public half, 32 bytes, of a signing seed. */
export const toSigningKey = (seed: Uint8Array): Promise<Uint8Array> => getPublicKeyAsync(seed)
