import type { Language } from '#base'
import type { Audience } from '../audience.ts'

/** Limits of one band of readers, in words. For children `body` is the whole page: its title and the three first things too. */
type Limits = { body: [least: number, most: number]; longest: number; mean: number }

/**
 * Words a sentence and words a page may have (docs/writing.md). Arabic and Tamazight glue articles, prepositions and
 * pronouns to the word, so the same thought has about a sixth fewer words than in French or English.
 */
const compact: Readonly<Record<Audience, Limits>> = {
	children: { body: [40, 120], longest: 14, mean: 8 },
	teens: { body: [220, 480], longest: 20, mean: 12 },
	parents: { body: [260, 560], longest: 24, mean: 14 },
	teachers: { body: [280, 620], longest: 26, mean: 15 },
	citizens: { body: [200, 480], longest: 24, mean: 14 },
}
const analytic: Readonly<Record<Audience, Limits>> = {
	children: { body: [40, 120], longest: 16, mean: 10 },
	teens: { body: [220, 480], longest: 24, mean: 14 },
	parents: { body: [260, 560], longest: 28, mean: 17 },
	teachers: { body: [280, 620], longest: 30, mean: 18 },
	citizens: { body: [200, 480], longest: 28, mean: 17 },
}

/** The limits for a reader in a language; Tamazight pages may be 30 % shorter. */
export const getLimits = (audience: Audience, language: Language): Limits => {
	const limits = (language === 'ar' || language === 'zgh' ? compact : analytic)[audience]
	if (language !== 'zgh') return limits
	return { ...limits, body: [Math.round(limits.body[0] * 0.7), limits.body[1]] }
}

/** The words of a text: runs of letters, marks and digits, joined by apostrophes, hyphens and inner dots. */
export const toWords = (text: string): string[] =>
	text.match(/[\p{L}\p{M}\p{N}]+(?:[’'\-.·][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** The sentences of a text: cut at . ! ? ؟ … : ; and at line ends, not inside numbers. */
export const toSentences = (text: string): string[] =>
	text
		.split(/(?<=[.!?؟…:;؛])(?=[\s»"”)]|$)|\n+/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => toWords(sentence).length > 0)
