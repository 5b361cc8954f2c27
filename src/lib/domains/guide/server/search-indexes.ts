import type { Language } from '#base'
import { parse } from 'yaml'
import dangerText from '../../../../../content/search/danger.yaml?raw'
import lexiconText from '../../../../../content/search/lexicon.yaml?raw'
import { createSearchIndex, toSearchJson, type DangerBook, type Lexicon, type SearchIndex } from '../search/index.ts'
import { getSearchDocuments } from '../search/documents.ts'
import { library } from './library.ts'

/** What people type when they mean a topic, and when they are in danger. */
export const lexicon: Lexicon = {
	...(parse(lexiconText) as Lexicon),
	danger: parse(dangerText) as DangerBook,
}
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
