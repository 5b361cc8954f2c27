import type { Language } from '#base'
import { parse } from 'yaml'
import lexiconText from '../../../../../content/search/lexicon.yaml?raw'
import { createSearchIndex, toSearchJson, type Lexicon, type SearchIndex } from '../search/index.ts'
import { getSearchDocuments } from '../search/documents.ts'
import { library } from './library.ts'

/** What people type when they mean a topic. */
export const lexicon = parse(lexiconText) as Lexicon
const indexes = new Map<Language, SearchIndex>()

/** The search index of a language, made on first use and kept. */
export const getSearchIndex = (language: Language): SearchIndex => {
	const known = indexes.get(language)
	if (known) return known
	const made = createSearchIndex(getSearchDocuments(library, language), lexicon)
	indexes.set(language, made)
	return made
}

/** The index of a language as the browser loads it, with the titles that results are shown by. */
export const getSearchPack = (language: Language): string => {
	const titles = getSearchDocuments(library, language).map(({ topic, audience, title, lang }) => ({
		topic,
		audience,
		title,
		lang,
	}))
	return JSON.stringify({ index: toSearchJson(getSearchIndex(language)), titles })
}
