import { languages, type Language } from '#base'
import { getSearchDocuments } from '../search/documents.ts'
import {
	createSearchIndex,
	loadKeptDanger,
	loadSearchIndex,
	toDangerJson,
	toSearchJson,
	type DangerEars,
	type SearchIndex,
} from '../search/index.ts'
import { lexicon } from './lexicon.ts'
import { library } from './library.ts'
import { readMade } from './made.ts'

const indexes = new Map<Language, SearchIndex>()
const fetched = new Map<Language, string>()
let ears: DangerEars | undefined

/** Takes up the indexes that were made when the server was built: they are opened when they are asked for. Without a build they are made then. */
export const fetchSearchIndexes = (): void => {
	if (!import.meta.env.PROD) return
	ears = loadKeptDanger(readMade('guide/server/made/danger.json'))
	for (const language of languages) fetched.set(language, readMade(`guide/server/made/${language}.json`))
}

/** The danger list that was made when the server was built, once it is fetched; undefined without a build. */
export const getDangerEars = (): DangerEars | undefined => ears

/** The danger list as the browser loads it, once for all languages. */
export const getDangerPack = (): string => toDangerJson(lexicon.danger)

/** The search index of a language, made on first use and kept. */
export const getSearchIndex = (language: Language): SearchIndex => {
	const known = indexes.get(language)
	if (known) return known
	const kept = fetched.get(language)
	fetched.delete(language)
	const index =
		kept && ears
			? loadSearchIndex(kept, ears)
			: createSearchIndex(getSearchDocuments(library, language), lexicon)
	indexes.set(language, index)
	return index
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
