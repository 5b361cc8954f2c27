import { ok, refused, type Result } from '#base'
import { sealFile } from './age-file.ts'
import { checkSealed } from './header.ts'
import { readRecipient, toFamily } from './identity.ts'
import { formSizes, pad, type Sizes } from './padding.ts'

/** Reasons why nothing was sealed. */
export type SealRefusal = 'sealed.recipient' | 'sealed.too-long'

const sealToPoint = async (content: Uint8Array, recipient: string): Promise<Uint8Array | undefined> => {
	const point = readRecipient(recipient)
	return point && sealFile(content, point)
}

const sealToHybrid = async (content: Uint8Array, recipient: string): Promise<Uint8Array | undefined> => {
	const { Encrypter } = await import('./other-kinds.ts')
	const encrypter = new Encrypter()
	try {
		encrypter.addRecipient(recipient)
	} catch {
		return undefined
	}
	return encrypter.encrypt(content)
}

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
): Promise<Result<Uint8Array, SealRefusal>> => {
	const family = toFamily(recipient)
	if (family === undefined) return refused('sealed.recipient')
	const isText = typeof content === 'string'
	const bytes = isText ? new TextEncoder().encode(content) : content
	const padded = pad(bytes, sizes)
	if (isText) bytes.fill(0)
	if (padded === undefined) return refused('sealed.too-long')
	const sealed = await (family === 'x25519' ? sealToPoint : sealToHybrid)(padded, recipient).finally(() =>
		// Our own copy of what was told, as that of a text above: memory that a thread frees only when it needs more.
		padded.fill(0),
	)
	if (sealed === undefined) return refused('sealed.recipient')
	const checked = checkSealed(sealed, family, sizes)
	if (!checked.ok) throw new Error(`sealing: the result is not as it must be (${checked.code})`)
	return ok(checked.value)
}
