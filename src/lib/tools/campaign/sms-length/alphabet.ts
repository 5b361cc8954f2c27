/** GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1), and plainer spellings of what neither has. */

const basic =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Septets of each character of the alphabet: one, or two by the extension table. */
export const septets: ReadonlyMap<string, 1 | 2> = new Map([
	...Array.from(basic, (character) => [character, 1] as const),
	...Array.from('\f^{}\\[~]|€', (character) => [character, 2] as const),
])

const marks: Readonly<Record<string, string>> = {
	'’': "'",
	'‘': "'",
	ʼ: "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'«': '"',
	'»': '"',
	'‹': "'",
	'›': "'",
	'…': '...',
	'–': '-',
	'—': '-',
	'‑': '-',
	'−': '-',
	'•': '-',
	'×': 'x',
	'·': '.',
	'\u00a0': ' ',
	'\u202f': ' ',
	'\u2009': ' ',
	œ: 'oe',
	Œ: 'OE',
	ı: 'i',
}

/**
 * A spelling of a character that is in the alphabet: the letter without its accent, the straight quotation mark. `undefined` when the
 * character is in it already, or when nothing near is.
 */
export const findCheaper = (character: string): string | undefined => {
	if (septets.has(character)) return undefined
	const plain = marks[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '')
	return plain !== '' && Array.from(plain).every((letter) => septets.has(letter)) ? plain : undefined
}
