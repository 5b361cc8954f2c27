import type { Language } from '#base'
import { toPlainText } from '#tools/script/markdown'
import { findPageOrFallback, type Library } from '../library.ts'
import type { SearchDocument } from './search-index.ts'
import { sectionIds } from '../page/topic-page.ts'

/** Documents of the search in a language: each page in that language, or in the nearest one that has it. */
export const getSearchDocuments = (library: Library, language: Language): SearchDocument[] =>
	library.topics.flatMap((topic) =>
		topic.audiences.flatMap((audience) => {
			const page = findPageOrFallback(library, { topic: topic.id, audience, language })
			if (!page) return []
			const { title, summary } = page
			const body = sectionIds.map(
				(id) => `${page.sections[id].heading}\n${toPlainText(page.sections[id].markdown)}`,
			)
			const text = [...page.now, ...body].join('\n')
			return [
				{
					topic: topic.id,
					audience,
					lang: page.language,
					title,
					summary,
					text,
					raisesHelpPanel: topic.raisesHelpPanel,
				},
			]
		}),
	)
