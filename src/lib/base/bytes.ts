/** Bytes as text and back: small, since a phone carries it. Every text has one spelling; any other is refused. */

const decode = (text: string): Uint8Array | undefined => {
	try {
		return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
	} catch {
		return undefined
	}
}

/** Standard base64 with padding (https://www.rfc-editor.org/rfc/rfc4648#section-4). */
export const toBase64 = (bytes: Uint8Array): string =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** The bytes of standard base64; `undefined` when {@link toBase64} would write them otherwise. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
	const bytes = decode(text)
	return bytes && toBase64(bytes) === text ? bytes : undefined
}

/** Base64url without padding (https://www.rfc-editor.org/rfc/rfc4648#section-5). */
export const toBase64url = (bytes: Uint8Array): string =>
	toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Decodes base64url of exactly this many bytes; `undefined` when {@link toBase64url} would write them otherwise. */
export const fromBase64url = (text: string, length: number): Uint8Array | undefined => {
	if (text.length !== Math.ceil((length * 4) / 3)) return undefined
	const bytes = decode(text.replaceAll('-', '+').replaceAll('_', '/'))
	return bytes && toBase64url(bytes) === text ? bytes : undefined
}

/** Two digits for each byte, in lower case. */
export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of {@link toHex}; `undefined` for any other text. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> | undefined =>
	/^(?:[0-9a-f]{2})*$/u.test(text)
		? Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))
		: undefined
