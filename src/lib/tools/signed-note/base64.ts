const form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u

/** Standard base64 with padding (RFC 4648, 4). */
export const toBase64 = (bytes: Uint8Array): string =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** The bytes of standard base64; `undefined` for any other spelling, so that the same bytes have one spelling only. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
	if (!form.test(text)) return undefined
	const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
	return toBase64(bytes) === text ? bytes : undefined
}
