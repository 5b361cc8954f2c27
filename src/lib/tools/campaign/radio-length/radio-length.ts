import type { Language } from '#base'

/** Words a second of a calm announcer. Arabic and Tamazight glue articles and prepositions to the word, so they have fewer. */
const pace: Readonly<Record<Language, number>> = { ar: 2.2, fr: 2.5, zgh: 2.2, en: 2.5 }

type RadioLength = {
	words: number
	/** Seconds, rounded up to halves. */
	seconds: number
	/** Always: whoever shows it says so. */
	isEstimate: true
}

/** Digits are read in pairs: a number of eight digits is four words. */
const countWords = (text: string): number =>
	(text.match(/\p{Nd}+|[\p{L}\p{M}]+(?:[’'ʼ-][\p{L}\p{M}]+)*/gu) ?? []).reduce(
		(sum, word) => sum + (/^\p{Nd}/u.test(word) ? Math.ceil(word.length / 2) : 1),
		0,
	)

/** Estimates the time that a text takes to read. Pauses between sentences count as a third of a second each. */
export const estimateRadio = (text: string, language: Language): RadioLength => {
	const words = countWords(text)
	const pauses = (text.match(/[.!?؟…]+(?=\s)/gu) ?? []).length
	return { words, seconds: Math.ceil((words / pace[language] + pauses / 3) * 2) / 2, isEstimate: true }
}
