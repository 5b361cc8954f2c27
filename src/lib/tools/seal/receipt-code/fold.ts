/** Letters of the Tamazight words as people type them in Latin letters. */
const tifinagh: Readonly<Record<string, string>> = {
	ⴰ: 'a',
	ⴱ: 'b',
	ⴳ: 'g',
	ⴷ: 'd',
	ⴹ: 'd',
	ⴼ: 'f',
	ⴽ: 'k',
	ⵀ: 'h',
	ⵃ: 'h',
	ⵅ: 'x',
	ⵇ: 'q',
	ⵉ: 'i',
	ⵊ: 'j',
	ⵍ: 'l',
	ⵎ: 'm',
	ⵏ: 'n',
	ⵓ: 'u',
	ⵔ: 'r',
	ⵕ: 'r',
	ⵖ: 'ɣ',
	ⵙ: 's',
	ⵚ: 's',
	ⵛ: 'c',
	ⵜ: 't',
	ⵟ: 't',
	ⵡ: 'w',
	ⵢ: 'y',
	ⵣ: 'z',
	ⵥ: 'z',
}

const spellings: readonly (readonly [RegExp, string])[] = [
	[/[ءـ]/gu, ''],
	[/œ/gu, 'oe'],
	[/γ/gu, 'ɣ'],
	[/gh+/gu, 'ɣ'],
	[/kh+/gu, 'x'],
	[/ch+/gu, 'c'],
	[/ٱ/gu, 'ا'],
	[/[ىی]/gu, 'ي'],
	[/[ةھہ]/gu, 'ه'],
	[/ک/gu, 'ك'],
]

/**
 * A word on which its spellings meet: capitals, accents, Arabic vowel marks and forms of hamza, Tifinagh and its Latin
 * letters. Folding twice changes nothing.
 */
export const fold = (word: string): string =>
	spellings.reduce(
		(text, [letters, plain]) => text.replace(letters, plain),
		word
			.normalize('NFKD')
			.toLowerCase()
			.replace(/[ⴰ-ⵯ]/gu, (character) => tifinagh[character] ?? character)
			.replace(/\p{M}/gu, ''),
	)
