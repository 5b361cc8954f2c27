/** Bidi marks, joiners, tatweel and every combining mark: they change how a word looks, not which word it is. */
const marks = /[\p{M}\p{Cf}\u0640]/gu

const letters: Readonly<Record<string, string>> = {
	ɣ: 'gh',
	γ: 'gh',
	ɛ: '3',
	ε: '3',
	œ: 'oe',
	æ: 'ae',
	ı: 'i',
	ک: 'ك',
	ی: 'ي',
	ۀ: 'ه',
	ہ: 'ه',
	ھ: 'ه',
	ٱ: 'ا',
}

const toAsciiDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf)

/**
 * Folds spelling habits that never carry meaning: case, accents, harakat, tatweel, bidi marks, hamza seats,
 * presentation forms, Arabic-Indic digits, stretched letters ("bzaaaaf"), the zero that stands for o.
 * Folding twice changes nothing. Never throws.
 */
export const foldText = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(marks, '')
		.replace(/[٠-٩۰-۹]/g, toAsciiDigit)
		.replace(/[ɣγɛεœæıکیۀہھٱ]/g, (letter) => letters[letter] ?? letter)
		.replace(/(?<=\p{L})0+|0+(?=\p{L})/gu, (zeros) => 'o'.repeat(zeros.length))
		.replace(/(\p{L})\1{2,}/gu, '$1')

/** Digits with an apostrophe are letters of their own in careful Arabizi: 3' is غ, 7' is خ, 9' is ض. */
const dotted: Readonly<Record<string, string>> = { '3': 'gh', '7': 'kh', '9': 'd' }

/**
 * The folded words of a text in order: runs of letters and digits. Empty for a text without any.
 * @example splitWords("L'école, كيـهـددني") // ['l', 'ecole', 'كيهددني']
 */
export const splitWords = (text: string): string[] =>
	foldText(text)
		.replace(/([379])['’](?=\p{L})/gu, (_, digit: string) => dotted[digit] ?? digit)
		.match(/[\p{L}\p{N}]+/gu) ?? []
