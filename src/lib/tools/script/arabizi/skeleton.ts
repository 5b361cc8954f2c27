/**
 * Skeleton alphabet: one ASCII character a sound, the same from both scripts. Capitals and digits are the sounds
 * that Latin spells with two letters: S = ش, X = خ, G = غ, 3 = ع. ط meets ت, ص meets س, ض ظ ذ meet د, ح meets ه,
 * p meets b and v meets f, because chat confuses each of these pairs.
 */
const arabic: Readonly<Record<string, string>> = {
	ا: 'a',
	ى: 'a',
	ة: 'a',
	ء: '',
	ب: 'b',
	پ: 'b',
	ت: 't',
	ط: 't',
	ث: 't',
	ج: 'j',
	چ: 'S',
	ژ: 'j',
	ح: 'h',
	ه: 'h',
	خ: 'X',
	د: 'd',
	ذ: 'd',
	ض: 'd',
	ظ: 'd',
	ر: 'r',
	ز: 'z',
	س: 's',
	ص: 's',
	ش: 'S',
	ع: '3',
	غ: 'G',
	ف: 'f',
	ڤ: 'f',
	ڥ: 'f',
	ق: 'q',
	ك: 'k',
	گ: 'g',
	ڭ: 'g',
	ݣ: 'g',
	ل: 'l',
	م: 'm',
	ن: 'n',
	و: 'w',
	ي: 'y',
}

const latin: Readonly<Record<string, string>> = {
	ch: 'S',
	sh: 'S',
	kh: 'X',
	gh: 'G',
	ph: 'f',
	x: 'S',
	p: 'b',
	v: 'f',
	'2': '',
	'4': 'G',
	'5': 'X',
	'6': 't',
	'7': 'h',
	'8': 'h',
	'9': 'q',
}

/** The sounds of a folded word, vowels included; digits alone (a number) stay as they are. */
export const toSkeleton = (word: string): string => {
	if (/^\d+$/.test(word)) return word
	if (/[\u0600-\u06ff\u0750-\u077f]/.test(word))
		return word.replace(/^([وفبك]?ال|لل)(?=...)/, '').replace(/./gu, (letter) => arabic[letter] ?? letter)
	return word
		.replace(/c(?=[eiy])/g, 's')
		.replace(/[cskg]h|ph|[xpv245-9]/g, (character) => latin[character] ?? character)
		.replace(/c/g, 'k')
}

const collapse = (text: string): string => text.replace(/(.)\1+/g, '$1')

/**
 * Consonants of a skeleton: the key on which spellings of one word meet. Keys under three characters name too many
 * words at once: use {@link getVowelKey} for them.
 * @example getConsonantKey(toSkeleton('kayheddedni')) === getConsonantKey(toSkeleton('كيهددني')) // 'khdn'
 */
export const getConsonantKey = (skeleton: string): string => collapse(skeleton.replace(/[aeiouyw]/g, ''))

/** Key of a short word: consonants with the long vowels i and u kept, an
 * opening vowel dropped (khayef, 5ayf, خايف → Xif). */
export const getVowelKey = (skeleton: string): string =>
	collapse(
		skeleton
			.replace(/^[aeiy](?=[^aeiouyw])/, '')
			.replace(/ou|[ow]/g, 'u')
			.replace(/y/g, 'i')
			.replace(/[ae]/g, ''),
	)

/** Consonant key that also forgives a dropped ع and q, g, k for ق (andi, gal) and r for غ (brit). */
export const getLooseKey = (skeleton: string): string =>
	collapse(
		skeleton
			.replace(/[aeiouyw3]/g, '')
			.replace(/[qg]/g, 'k')
			.replace(/G/g, 'r'),
	)
