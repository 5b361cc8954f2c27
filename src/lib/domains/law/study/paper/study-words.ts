import { getDirection, type Language } from '#base'
import { pickWords } from '#domains/guide'
import { studyMessages, type StudyMessageKey } from '#messages'
import type { Line } from '#ui/paper'
import { createWords } from '#ui/words'
import type { LawTexts } from '../../corpus/law-words.ts'

/** Languages in which the study is printed: those in which every record of the law has words. */
export const studyLanguages = ['ar', 'fr', 'en'] as const
export type StudyLanguage = (typeof studyLanguages)[number]

export type Fill = Readonly<Record<string, string | number>>

/** Everything that the study needs to speak one language. Texts come out ready to print: spaces, numbers isolated. */
export type StudyWords = {
	language: StudyLanguage
	t: (key: StudyMessageKey, fill?: Fill) => string
	/** True when the dictionary has this key: some names are there for a few records only. */
	has: (key: string) => key is StudyMessageKey
	/** Words of a record, in this language or the nearest that it has. */
	text: (texts: LawTexts) => string
	/** The same as a line of a cell, which says its language where that is another one. */
	line: (texts: LawTexts, look?: Line['look']) => Line
	/** Words that a record has in one language only, as a line. */
	borrowed: (text: string, language: Language, look?: Line['look']) => Line
	/** Something that is no word: an address, a number, a mark. It keeps its order among Arabic words. */
	code: (text: string) => string
	/** A day in words. */
	day: (iso: string) => string
	/** A share in percent. */
	share: (part: number, whole: number) => string
	list: (items: readonly string[]) => string
	/** The name of the product. */
	publisher: string
}

/** Vowel marks: readers of PDF text say and copy a letter twice when it carries one, and readers of paper do without. */
const vowelMarks = /[\u064b-\u0652]/gu

/** The {@link StudyWords} of a language. */
export const createStudyWords = (language: StudyLanguage): StudyWords => {
	const words = createWords(language)
	const shape = (text: string, of: Language): string => words.text(text.replace(vowelMarks, ''), of)
	const dictionary: Readonly<Record<StudyMessageKey, string>> = studyMessages[language]
	const t = (key: StudyMessageKey, fill: Fill = {}): string =>
		shape(
			dictionary[key].replace(/\{(\w+)\}/gu, (whole, name: string) => String(fill[name] ?? whole)),
			language,
		)
	const code = (text: string): string => (language === 'ar' ? `\u2066${text}\u2069` : text)
	const borrowed = (text: string, of: Language, look?: Line['look']): Line => ({
		text: getDirection(of) === 'ltr' ? code(shape(text, of)) : shape(text, of),
		...(look && { look }),
		...(of !== language && { lang: of, dir: getDirection(of) }),
	})
	const pick = (texts: LawTexts): { language: Language; words: string } =>
		pickWords(texts, language) ?? { language, words: '' }
	const comma = dictionary['law.study.comma']
	return {
		language,
		t,
		has: (key): key is StudyMessageKey => Object.hasOwn(dictionary, key),
		text: (texts) => {
			const picked = pick(texts)
			return shape(picked.words, picked.language)
		},
		line: (texts, look) => {
			const picked = pick(texts)
			return borrowed(picked.words, picked.language, look)
		},
		borrowed,
		code,
		day: words.date,
		share: (part, whole) => {
			const percent = whole === 0 ? 0 : Math.round((part / whole) * 100)
			return words.text(language === 'en' ? `${percent}%` : `${percent}\u00a0%`, language)
		},
		list: (items) => items.join(comma),
		publisher: words.t('site.name'),
	}
}
