import { toLatin } from './to-latin.ts'

/** Letters that only scholarly Latin Tamazight uses: where one stands, c is ch and x is kh. */
const scholarly = /[ɣγɛεḥḍṭṣẓṛčǧʷ]/u

const plain: readonly (readonly [RegExp, string])[] = [
	[/ʷ|(?<=[gk])°/gu, ''],
	[/[ɣγ]/gu, 'gh'],
	[/[ɛε]/gu, '3'],
	[/ḥ/gu, '7'],
	[/c(?!h)/gu, 'ch'],
	[/č/gu, 'tch'],
	[/ǧ|ğ/gu, 'j'],
	[/x/gu, 'kh'],
	[/ḍ/gu, 'd'],
	[/ṭ/gu, 't'],
	[/ṣ/gu, 's'],
	[/ẓ/gu, 'z'],
	[/ṛ/gu, 'r'],
]

/** True when a letter of the Tifinagh block stands in the text. */
export const hasTifinagh = (text: string): boolean => /[\u2d30-\u2d7f]/.test(text)

const foldWord = (word: string): string => {
	if (!hasTifinagh(word) && !scholarly.test(word)) return word
	return plain.reduce(
		(text, [character, letters]) => text.replace(character, letters),
		toLatin(word).toLowerCase(),
	)
}

/**
 * Words in Tifinagh or scholarly Latin Tamazight, as Moroccans type them on a phone (gh, 3, 7, ch, kh), without
 * emphasis, labialisation or schwa-only differences of the spelling; other words pass unchanged.
 * Folding twice changes nothing.
 * @example foldTamazight('ⵜⴰⵎⵖⴰⵔⵜ') === foldTamazight('tamɣart') // 'tamghart'
 */
export const foldTamazight = (text: string): string =>
	text.normalize('NFC').replace(/[\p{L}\p{M}°]+/gu, foldWord)
