import { Decrypter } from 'age-encryption'
import { ok, type Result } from '#base'
import { refuse } from './header.ts'

/** Who opens: an identity `AGE-SECRET-KEY-1…`, the same as a key that cannot be copied, or a passphrase. */
export type Opener = { identity: string | CryptoKey } | { passphrase: string }

/**
 * The bytes inside an age file, all or none. Refuses with `sealed.identity` (not an identity), `sealed.key` (sealed to
 * somebody else) or `sealed.damaged`.
 */
export const decryptWhole = async (file: Uint8Array, opener: Opener): Promise<Result<Uint8Array>> => {
	const decrypter = new Decrypter()
	try {
		if ('passphrase' in opener) decrypter.addPassphrase(opener.passphrase)
		else decrypter.addIdentity(opener.identity)
	} catch {
		return refuse('sealed.identity')
	}
	try {
		return ok(await decrypter.decrypt(file))
	} catch (error) {
		const isOther = error instanceof Error && error.message.startsWith('no identity matched')
		return refuse(isOther ? 'sealed.key' : 'sealed.damaged')
	}
}
