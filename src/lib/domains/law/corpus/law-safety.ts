import type { Language } from '#base'
import { makeSafetyText, type SafetyText } from '#domains/guide'
import type { LawSituationWords } from './law-situation.ts'
import type { Law } from './law.ts'

const readers = {
	children: ['child'],
	teens: ['teen'],
	adults: ['adult', 'parent', 'witness'],
} as const

const toTelling = (words: LawSituationWords, reader: keyof typeof readers): string =>
	Object.values(words[reader])
		.flatMap((part) => part)
		.join('\n')

/** Texts of the law for each reader of a situation, as the messages of `content/safety` see them. */
export const getSafetyTexts = ({ situations }: Pick<Law, 'situations'>): SafetyText[] =>
	situations.flatMap(({ id, topics, help, words }) =>
		Object.entries(words).flatMap(([language, told]) =>
			(['children', 'teens', 'adults'] as const).map((part) => {
				const all = toTelling(told, part)
				return makeSafetyText({
					file: `content/law/situations/${id}/${language}.yaml`,
					part,
					topics,
					situations: help,
					askers: readers[part],
					language: language as Language,
					words: { law: all },
					all,
				})
			}),
		),
	)
