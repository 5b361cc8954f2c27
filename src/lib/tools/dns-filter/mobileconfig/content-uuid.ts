/** 32 bits of a text: FNV-1a, then the last mixing steps of MurmurHash3. It tells contents apart; it keeps no secret. */
const hash = (text: string, seed: number): number => {
	let bits = 0x811c9dc5 ^ seed
	for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
	return (bits ^ (bits >>> 16)) >>> 0
}

/** The same UUID for the same content, in every browser and on every server: version 8 of RFC 9562, its own bits. */
export const toContentUuid = (text: string): string => {
	const hex = [1, 2, 3, 4]
		.map((seed) =>
			hash(text, seed * 0x9e3779b9)
				.toString(16)
				.padStart(8, '0'),
		)
		.join('')
	const parts = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
		hex.slice(20),
	]
	return parts.join('-').toUpperCase()
}
