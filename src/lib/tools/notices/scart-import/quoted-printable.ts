/** Lines of a mail are at most 76 characters long (RFC 2045, 6.7). */
const longest = 76

const toCode = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`

/** UTF-8 text with line feeds as quoted-printable (RFC 2045, 6.7), lines ended by CR LF. */
export const toQuotedPrintable = (text: string): string =>
	text
		.split('\n')
		.map((line) => {
			const bytes = new TextEncoder().encode(line)
			const pieces = Array.from(bytes, (byte, at) => {
				const isSpaceInside = byte === 0x20 && at < bytes.length - 1
				const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x3d
				return isPlain || isSpaceInside ? String.fromCharCode(byte) : toCode(byte)
			})
			let [out, length] = ['', 0]
			for (const piece of pieces) {
				if (length + piece.length >= longest) [out, length] = [`${out}=\r\n`, 0]
				out += piece
				length += piece.length
			}
			return out
		})
		.join('\r\n')

/** The text of quoted-printable, read as leniently as PHP's `quoted_printable_decode`: what is no code stays. */
export const fromQuotedPrintable = (encoded: string): string => {
	const bytes: number[] = []
	const joined = encoded.replace(/=[ \t]*(?:\r\n|\r|\n)/gu, '')
	for (const [piece] of joined.matchAll(/=[0-9a-f]{2}|[^]/giu))
		if (piece.length === 3 && piece.startsWith('=')) bytes.push(Number.parseInt(piece.slice(1), 16))
		else bytes.push(...new TextEncoder().encode(piece))
	return new TextDecoder().decode(Uint8Array.from(bytes))
}
