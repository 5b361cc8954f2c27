import { languages, type Language } from '#base'
import { parse } from 'yaml'
import dangerText from '../../../../../content/search/danger.yaml?raw'
import lexiconText from '../../../../../content/search/lexicon.yaml?raw'
import {
	createSearchIndex,
	loadSearchIndex,
	toSearchJson,
	type DangerBook,
	type Lexicon,
	type SearchIndex,
} from '../search/index.ts'
import { getSearchDocuments } from '../search/documents.ts'
import { hashTexts } from './content-hash.ts'
import { contentFiles, library } from './library.ts'

/** What people type when they mean a topic, and when they are in danger. */
export const lexicon: Lexicon = {
	...(parse(lexiconText) as Lexicon),
	danger: parse(dangerText) as DangerBook,
}
const indexes = new Map<Language, SearchIndex>()
const fetched = new Map<Language, string>()

/** What `scripts/make-search.ts` made before the server was built: a file a language, read when it is asked for. */
const made = import.meta.glob<string>('./made/*.json', { query: '?raw', import: 'default' })

/** The hash that an index must bear to be of the content that this server was built with. */
export const getSearchHash = (): string =>
	hashTexts([
		...contentFiles,
		['content/search/danger.yaml', dangerText],
		['content/search/lexicon.yaml', lexiconText],
	])

/**
 * Takes up the indexes that were made when the server was built: they are opened when they are asked for. One that is missing or stale
 * is made then.
 */
export const fetchSearchIndexes = async (): Promise<void> => {
	const hash = getSearchHash()
	for (const language of languages) {
		const text = await made[`./made/${language}.json`]?.()
		const file = text === undefined ? undefined : (JSON.parse(text) as { hash: string; index: string })
		if (file?.hash === hash) fetched.set(language, file.index)
	}
}

/** The search index of a language, made on first use and kept. */
export const getSearchIndex = (language: Language): SearchIndex => {
	const known = indexes.get(language)
	if (known) return known
	const kept = fetched.get(language)
	fetched.delete(language)
	const index = kept
		? loadSearchIndex(kept)
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
