/**
 * Search over the law on the server: one index a language. None is sent to a browser: beside that of the website it would
 * take more than the 80 KB that a phone may load, and the form works without script.
 */
import { languages, type Language } from '#base'
import { getSearchHash, hashTexts, lexicon } from '#domains/guide/server'
import { parse } from 'yaml'
import lawLexiconText from '../../../../../../content/search/law.yaml?raw'
import { law, lawFiles } from '../../server/library.ts'
import { getLawDocuments } from '../documents.ts'
import { findByNumber, findInLaw, type LawFindings, type NumberFindings } from '../findings.ts'
import type { LawLexicon } from '../law-lexicon.ts'
import { createLawSearchIndex, loadLawSearchIndex, type LawSearchIndex } from '../law-search-index.ts'
import { createNumberIndex, type NumberIndex } from '../number-index.ts'

const lawLexicon = parse(lawLexiconText) as LawLexicon
let numbers: NumberIndex | undefined
const indexes = new Map<Language, LawSearchIndex>()

/** The index of a language, made on first use and kept. */
const getIndex = (language: Language): LawSearchIndex => {
	const known = indexes.get(language)
	if (known) return known
	const made = createLawSearchIndex(law, getLawDocuments(law, language), lexicon, lawLexicon)
	indexes.set(language, made)
	return made
}

/** What `scripts/make-search.ts` made before the server was built. */
const made = import.meta.glob<string>('./made/*.json', { query: '?raw', import: 'default' })

/** Opens the indexes that were made when the server was built. One that is missing or stale is made on first use. */
export const openLawIndexes = async (): Promise<void> => {
	const hash = hashTexts([
		...lawFiles,
		['content/search/law.yaml', lawLexiconText],
		['guide', getSearchHash()],
	])
	for (const language of languages) {
		const text = await made[`./made/${language}.json`]?.()
		const file = text === undefined ? undefined : (JSON.parse(text) as { hash: string; index: string })
		if (file?.hash === hash)
			indexes.set(language, loadLawSearchIndex(file.index, law, getLawDocuments(law, language), lawLexicon))
	}
}

/** Makes what the first question in a language would wait for. */
export const prepareLawSearch = (language: Language): void => {
	getIndex(language)
	numbers ??= createNumberIndex(law, lawLexicon)
}

/** What the law has to say to a query, ready to show. Keeps nothing of the query. */
export const askLaw = (query: string, language: Language): LawFindings =>
	findInLaw(law, getIndex(language), query, language)

/** The texts that the numbers and names of a query say exactly: for the search of the whole site. Keeps nothing of it. */
export const askLawByNumber = (query: string, language: Language): NumberFindings => {
	numbers ??= createNumberIndex(law, lawLexicon)
	return findByNumber(law, numbers, query, language)
}
