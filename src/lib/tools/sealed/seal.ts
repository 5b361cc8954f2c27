import { Encrypter } from 'age-encryption'
import { ok, type Result } from '#base'
import { checkSealed, refuse } from './header.ts'
import { toFamily } from './identity.ts'
import { formSizes, pad, type Sizes } from './padding.ts'

/**
 * Seals to one reader.
 *
 * @param content - bytes, or text. Half a surrogate pair in a text becomes U+FFFD: a story is never refused for a cut emoji
 * @param recipient - `age1…` (X25519) or `age1pq1…` (hybrid)
 * @param sizes - lengths to pad to; `'padme'` for files
 * @returns the sealed bytes. Refuses with `sealed.recipient` (not such a key) or `sealed.too-long` (longer than every size)
 * @throws when the platform has no WebCrypto or the cipher fails: the caller keeps the text and says so, and never sends it
 */
export const seal = async (
	content: Uint8Array | string,
	recipient: string,
	sizes: Sizes = formSizes,
): Promise<Result<Uint8Array>> => {
	const family = toFamily(recipient)
	if (family === undefined) return refuse('sealed.recipient')
	const padded = pad(typeof content === 'string' ? new TextEncoder().encode(content) : content, sizes)
	if (padded === undefined) return refuse('sealed.too-long')
	const encrypter = new Encrypter()
	try {
		encrypter.addRecipient(recipient)
	} catch {
		return refuse('sealed.recipient')
	}
	const checked = checkSealed(await encrypter.encrypt(padded), family, sizes)
	if (!checked.ok)
		throw new Error(`sealing: the result is not as it must be (${checked.issues[0]?.message ?? ''})`)
	return ok(checked.value)
}
