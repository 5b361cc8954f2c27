import type { Language } from '#base'
import { checkVowels } from '#domains/guide'
import { toPlainLetters } from '#tools/script/tashkil'

/** All that a page of the law may say to a child, in words. */
const longestForChildren = 120

/** `article 40`, `المادة 40`, `82-5-3`: what reads like the number of an article. */
export const articleNumber =
	/\barticles? \d|(?:المادة|المادتين|المواد|الفصل|الفصول) \d|ⵎⴰⴳⵔⴰⴷ\p{L}* \d|\d+-\d+/iu

/** Words as a reader counts them: what holds no letter and no figure is none. */
const countWords = (text: string): number =>
	text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Finds what is wrong with the law as it is told to a child: it must be short, name no article, and in Arabic bear its vowel marks. */
export const findChildFaults = (text: string, language: Language): string[] => {
	const count = countWords(text)
	const article = articleNumber.exec(toPlainLetters(text))?.[0]
	return [
		...(count > longestForChildren ? [`holds ${count} words, and not ${longestForChildren} at most`] : []),
		...(article === undefined ? [] : [`names an article to a child (${article})`]),
		...(language === 'ar' ? checkVowels([text]).map((fault) => `holds ${fault}`) : []),
	]
}
