/** Letters of the IRCAM alphabet and the neighbours seen in real text, with the Latin letter of IRCAM's table. */
const letters: Readonly<Record<string, string>> = {
	ⴰ: 'a',
	ⴱ: 'b',
	ⴲ: 'b',
	ⴳ: 'g',
	ⴴ: 'g',
	ⴵ: 'ğ',
	ⴶ: 'ğ',
	ⴷ: 'd',
	ⴸ: 'd',
	ⴹ: 'ḍ',
	ⴺ: 'ḍ',
	ⴻ: 'e',
	ⴼ: 'f',
	ⴽ: 'k',
	ⴾ: 'k',
	ⴿ: 'k',
	ⵀ: 'h',
	ⵁ: 'h',
	ⵂ: 'h',
	ⵃ: 'ḥ',
	ⵄ: 'ɛ',
	ⵅ: 'x',
	ⵆ: 'x',
	ⵇ: 'q',
	ⵈ: 'q',
	ⵉ: 'i',
	ⵊ: 'j',
	ⵋ: 'j',
	ⵌ: 'j',
	ⵍ: 'l',
	ⵎ: 'm',
	ⵏ: 'n',
	ⵐ: 'ny',
	ⵑ: 'ng',
	ⵒ: 'p',
	ⵓ: 'u',
	ⵔ: 'r',
	ⵕ: 'ṛ',
	ⵖ: 'ɣ',
	ⵗ: 'ɣ',
	ⵘ: 'j',
	ⵙ: 's',
	ⵚ: 'ṣ',
	ⵛ: 'c',
	ⵜ: 't',
	ⵝ: 't',
	ⵞ: 'č',
	ⵟ: 'ṭ',
	ⵠ: 'v',
	ⵡ: 'w',
	ⵢ: 'y',
	ⵣ: 'z',
	ⵤ: 'z',
	ⵥ: 'ẓ',
	ⵦ: 'e',
	ⵧ: 'o',
	ⵯ: 'ʷ',
	'⵰': '.',
	'⵿': '',
}

/** First Tifinagh letter of the text, of a line or of a sentence: Latin readers expect a capital there. */
const opening = /(^|\n|[.!?]\s)([^\p{L}\p{N}\n]*)([\u2d30-\u2d67])/gu

const toLetter = (character: string): string => letters[character] ?? character

/**
 * Tifinagh page text in Latin letters; all other characters pass unchanged, and a sentence that began in
 * Tifinagh begins with a capital. A text without Tifinagh comes back as it is.
 * @example toLatin('ⴰⵣⵓⵍ, 2511') // 'Azul, 2511'
 */
export const toLatin = (text: string): string =>
	text
		.replace(
			opening,
			(_, before: string, between: string, character: string) =>
				before + between + toLetter(character).toUpperCase(),
		)
		.replace(/[\u2d30-\u2d7f]/g, toLetter)
