/** Scripts told apart inside a name; a letter of any other counts as `other`. */
const scripts = [
	['latin', /\p{Script=Latin}/u],
	['arabic', /\p{Script=Arabic}/u],
	['cyrillic', /\p{Script=Cyrillic}/u],
	['greek', /\p{Script=Greek}/u],
	['tifinagh', /\p{Script=Tifinagh}/u],
	['hebrew', /\p{Script=Hebrew}/u],
	[
		'east-asian',
		/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
	],
	['armenian', /\p{Script=Armenian}/u],
	['cherokee', /\p{Script=Cherokee}/u],
	['thai', /\p{Script=Thai}/u],
	['devanagari', /\p{Script=Devanagari}/u],
	['georgian', /\p{Script=Georgian}/u],
] as const
export type Script = (typeof scripts)[number][0] | 'other'

/** The scripts of the letters of a text. */
export const getScripts = (text: string): Set<Script> => {
	const found = new Set<Script>()
	for (const character of text)
		if (/\p{L}/u.test(character))
			found.add(scripts.find(([, letters]) => letters.test(character))?.[0] ?? 'other')
	return found
}

/** Kinds of digits: 0-9, those of the Arab East (U+0660), those of Persian and Urdu (U+06F0), others. */
const getDigits = (text: string): Set<number> => {
	const kinds = new Set<number>()
	for (const digit of text.matchAll(/\p{Nd}/gu)) {
		const point = digit[0].codePointAt(0) ?? 0
		kinds.add(point < 0x80 ? 0 : point >= 0x6f0 && point <= 0x6f9 ? 0x6f0 : point & ~0xf)
	}
	return kinds
}

/** Letters of Persian and Urdu that look like Arabic ones, and the Arabic ones that those languages do not write. */
const persianForms = /[\u06a9\u06aa\u06cc\u06cd\u06d0\u06c0-\u06c3\u06be\u06d5\u06d2\u066e\u066f\u06ba]/u
const arabicForms = /[\u0643\u064a\u0629\u0649]/u

/** True for a label in which letters or digits of several alphabets stand side by side. */
export const hasMixedLetters = (label: string): boolean => {
	const found = getScripts(label)
	const withoutLatin = [...found].filter((script) => script !== 'latin')
	const isEastAsian = withoutLatin.length === 1 && withoutLatin[0] === 'east-asian'
	if (found.size > 1 && !isEastAsian) return true
	const digits = getDigits(label)
	if (digits.size > 1) return true
	if (found.has('latin') && digits.size === 1 && !digits.has(0)) return true
	return persianForms.test(label) && arabicForms.test(label)
}

/** True for a label in Arabic script with letters that Arabic does not write but that look as if. */
export const hasPersianForms = (label: string): boolean => persianForms.test(label)
