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

const indexes = new Map<Language, SearchIndex>()
const fetched = new Map<Language, string>()
let ears: DangerEars | undefined

/** Search indexes that `scripts/make-content.ts` made before the server was built: a file a language, read when it is asked for. */
const made = import.meta.glob<string>('./made/*.json', { query: '?raw', import: 'default' })

/** Takes up the indexes that were made when the server was built: they are opened when they are asked for. Without a build they are made then. */
export const fetchSearchIndexes = async (): Promise<void> => {
	if (!import.meta.env.PROD) return
	const list = await made['./made/danger.json']?.()
	if (list !== undefined) ears = loadKeptDanger(list)
	for (const language of languages) {
		const text = await made[`./made/${language}.json`]?.()
		if (text !== undefined) fetched.set(language, text)
	}
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
