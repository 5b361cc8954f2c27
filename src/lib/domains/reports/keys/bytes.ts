/** Bytes as base64url without padding (https://www.rfc-editor.org/rfc/rfc4648#section-5), one spelling each. */
export const toBase64url = (bytes: Uint8Array): string =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '')

/** The bytes of a text, `undefined` when it is not how {@link toBase64url} writes bytes of this length. */
export const fromBase64url = (text: string, length: number): Uint8Array | undefined => {
	if (text.length !== Math.ceil((length * 4) / 3) || !/^[\w-]*$/u.test(text)) return undefined
	const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
		letter.charCodeAt(0),
	)
	return bytes.length === length && toBase64url(bytes) === text ? bytes : undefined
}

/** `true` when both are the same bytes. Takes as long for any two of one length. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
	one.length === other.length && one.reduce((all, byte, at) => all | (byte ^ (other[at] ?? 0)), 0) === 0
