import { ok, refused, type Result } from '#base'
import { openFile } from './age-file.ts'
import { readIdentity } from './identity.ts'
import type { Scalar } from './x25519.ts'

/** Reasons why a file does not open. */
export type OpenRefusal = 'sealed.identity' | 'sealed.key' | 'sealed.damaged'

/** Opener: an identity `AGE-SECRET-KEY-1…`, the same as a key that cannot be copied, or a passphrase. */
export type Opener = { identity: string | CryptoKey } | { passphrase: string }

const openWithScalar = async (file: Uint8Array, scalar: Scalar): Promise<Result<Uint8Array, OpenRefusal>> => {
	try {
		const content = await openFile(file, scalar)
		return content === undefined ? refused('sealed.key') : ok(content)
	} catch {
		return refused('sealed.damaged')
	}
}

const openOtherwise = async (
	file: Uint8Array,
	opener: { identity: string } | { passphrase: string },
): Promise<Result<Uint8Array, OpenRefusal>> => {
	const { Decrypter } = await import('./other-kinds.ts')
	const decrypter = new Decrypter()
	try {
		if ('passphrase' in opener) decrypter.addPassphrase(opener.passphrase)
		else decrypter.addIdentity(opener.identity)
	} catch {
		return refused('sealed.identity')
	}
	try {
		return ok(await decrypter.decrypt(file))
	} catch (error) {
		const isOther = error instanceof Error && error.message.startsWith('no identity matched')
		return refused(isOther ? 'sealed.key' : 'sealed.damaged')
	}
}

/**
 * The bytes inside an age file, all or none. Refuses with `sealed.identity` (not an identity), `sealed.key` (sealed to
 * somebody else) or `sealed.damaged`.
 */
export const decryptWhole = async (
	file: Uint8Array,
	opener: Opener,
): Promise<Result<Uint8Array, OpenRefusal>> => {
	if ('passphrase' in opener) return openOtherwise(file, opener)
	const { identity } = opener
	if (typeof identity !== 'string') return openWithScalar(file, identity)
	if (identity.startsWith('AGE-SECRET-KEY-PQ-1')) return openOtherwise(file, { identity })
	const secret = readIdentity(identity)
	return secret ? openWithScalar(file, secret) : refused('sealed.identity')
}
