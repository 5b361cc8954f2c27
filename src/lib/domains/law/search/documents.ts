import type { Language } from '#base'
import { pickWords } from '#domains/guide'
import type { Law } from '../corpus/law.ts'
import type { LawTexts } from '../corpus/law-words.ts'

/** One record as the search needs it. */
export type LawDocument = {
	kind: 'instrument' | 'provision' | 'situation'
	id: string
	/** The language that it is shown in: the nearest one that has it. */
	language: Language
	title: string
	/** Its title in every language: a reader of French may search in Arabic. */
	titles: readonly string[]
	/** Its text, in the language that it is shown in. */
	summary: string
	raisesHelpPanel: boolean
}

const toDocument = (
	{ kind, id }: Pick<LawDocument, 'kind' | 'id'>,
	{ titles, says, language }: { titles: LawTexts; says: LawTexts; language: Language },
): LawDocument[] => {
	const title = pickWords(titles, language)
	if (!title) return []
	return [
		{
			kind,
			id,
			language: title.language,
			title: title.words,
			titles: Object.values(titles),
			summary: pickWords(says, language)?.words ?? '',
			raisesHelpPanel: false,
		},
	]
}

const getSituations = ({ situations }: Law, language: Language): LawDocument[] =>
	situations.flatMap(({ id, name, says, words, raisesHelpPanel }) => {
		const own = pickWords(words, language)
		if (!own) return []
		const { children, teens, adults } = own.words
		return [
			{
				kind: 'situation' as const,
				id,
				language: own.language,
				title: own.words.title,
				titles: [...Object.values(name), ...Object.values(words).map(({ title }) => title)],
				summary: [pickWords(says, language)?.words, children.says, teens.says, adults.law, ...adults.they]
					.filter(Boolean)
					.join('\n'),
				raisesHelpPanel,
			},
		]
	})

/** Documents of the search of the law in a language: each record in that language, or in the nearest one that has it. */
export const getLawDocuments = (law: Law, language: Language): LawDocument[] => [
	...law.instruments.flatMap(({ id, name, says }) =>
		toDocument({ kind: 'instrument', id }, { titles: name, says, language }),
	),
	...law.provisions.flatMap(({ id, title, says }) =>
		toDocument({ kind: 'provision', id }, { titles: title, says, language }),
	),
	...getSituations(law, language),
]
