import { ok, refused, type Result } from '#base'
import { decryptWhole, type OpenRefusal } from './decrypt.ts'
import { readFamily, type FormRefusal } from './header.ts'
import { unpad } from './padding.ts'

/** `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`, or an X25519 key of WebCrypto that cannot be copied. */
export type Identity = string | CryptoKey

/** Reasons why content does not open. */
type ContentRefusal = FormRefusal | OpenRefusal | 'sealed.padding'
export type TextRefusal = ContentRefusal | 'sealed.not-text'

/**
 * The content that was sealed, all of it or nothing.
 *
 * Refuses with `sealed.header`, `sealed.readers`, `sealed.family` as `checkSealed()` does; `sealed.identity` (not an
 * identity), `sealed.key` (sealed to another key), `sealed.damaged` (a changed, cut or lengthened file) or
 * `sealed.padding` (genuine, but not padded as here: a file made with `age -r` by hand).
 */
export const open = async (
	sealed: Uint8Array,
	identity: Identity,
): Promise<Result<Uint8Array, ContentRefusal>> => {
	const family = readFamily(sealed)
	if (!family.ok) return family
	const padded = await decryptWhole(sealed, { identity })
	if (!padded.ok) return padded
	const content = unpad(padded.value)
	return content === undefined ? refused('sealed.padding') : ok(content)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const toText = (bytes: Uint8Array): Result<string, 'sealed.not-text'> => {
	try {
		return ok(decoder.decode(bytes))
	} catch {
		return refused('sealed.not-text')
	}
}

/**
 * The text in a file that somebody made with `age -r`: one reader, no padding. Refuses with the codes of {@link openText} but
 * `sealed.padding`.
 */
export const openPlainText = async (
	sealed: Uint8Array,
	identity: Identity,
): Promise<Result<string, TextRefusal>> => {
	const family = readFamily(sealed)
	if (!family.ok) return family
	const content = await decryptWhole(sealed, { identity })
	return content.ok ? toText(content.value) : content
}

/** {@link open} for text; refuses with `sealed.not-text` what is not UTF-8. A leading U+FEFF is kept. */
export const openText = async (
	sealed: Uint8Array,
	identity: Identity,
): Promise<Result<string, TextRefusal>> => {
	const content = await open(sealed, identity)
	return content.ok ? toText(content.value) : content
}
