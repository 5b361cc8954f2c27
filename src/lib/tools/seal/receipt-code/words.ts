import type { Language } from '#base'
import { fold } from './fold.ts'
import { toCheckDigits } from './receipt-code.ts'

/** Words of a receipt; each stands for ten bits. */
export const wordCount = 8
const bitsOfWord = 10n

const loaders: Readonly<Record<Language, () => Promise<{ words: readonly string[] }>>> = {
	ar: async () => import('./words/ar.ts'),
	fr: async () => import('./words/fr.ts'),
	zgh: async () => import('./words/zgh.ts'),
	en: async () => import('./words/en.ts'),
}

/** The 1,024 words of a language; loaded when they are asked for, about 4 KB. */
export const loadWords = async (language: Language): Promise<readonly string[]> =>
	(await loaders[language]()).words

const folded = new Map<Language, ReadonlyMap<string, number>>()

/** Each word of a language, folded, with its ten bits. */
export const loadPlaces = async (language: Language): Promise<ReadonlyMap<string, number>> => {
	const known = folded.get(language)
	if (known) return known
	const places = new Map((await loadWords(language)).map((word, place) => [fold(word), place]))
	folded.set(language, places)
	return places
}

/**
 * A code as words of a language, and its two check digits last: nine parts to write down. Tamazight comes in Tifinagh and
 * is read back in Latin letters as well.
 */
export const toWords = async (code: string, language: Language): Promise<string[]> => {
	const words = await loadWords(language)
	const number = BigInt(code)
	const places = Array.from({ length: wordCount }, (_, at) =>
		Number((number >> (bitsOfWord * BigInt(wordCount - 1 - at))) & 1_023n),
	)
	return [...places.map((place) => words[place] ?? ''), toCheckDigits(code)]
}

/** The code of eight places in a list of words; `undefined` when they stand for more than 24 digits. */
export const fromPlaces = (places: readonly number[]): string | undefined => {
	const number = places.reduce((sum, place) => (sum << bitsOfWord) | BigInt(place), 0n)
	const code = number.toString().padStart(24, '0')
	return code.length === 24 ? code : undefined
}
