import { fallbacks, type Language } from '#base'

/** Words in one language, and which it is. */
export type InLanguage<Words> = { language: Language; words: Words }

/** The words in `language`, or in the nearest one that has them; `undefined` when none has. */
export const pickWords = <Words>(
	all: Partial<Record<Language, Words>>,
	language: Language,
): InLanguage<Words> | undefined => {
	for (const candidate of [language, ...fallbacks[language]]) {
		const words = all[candidate]
		if (words) return { language: candidate, words }
	}
	return undefined
}
