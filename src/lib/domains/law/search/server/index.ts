/**
 * Search over the law on the server: one index a language. None is sent to a browser: beside that of the website it would
 * take more than the 80 KB that a phone may load, and the form works without script.
 */
import { languages, type Language } from '#base'
import { getDangerEars, lexicon, readMade } from '#domains/guide/server'
import { law } from '../../server/library.ts'
import { getLawDocuments } from '../documents.ts'
import { findByNumber, findInLaw, type LawFindings, type NumberFindings } from '../findings.ts'
import { createLawSearchIndex, loadLawSearchIndex, type LawSearchIndex } from '../law-search-index.ts'
import { createNumberIndex, type NumberIndex } from '../number-index.ts'
import { lawLexicon } from './lexicon.ts'

let numbers: NumberIndex | undefined
const indexes = new Map<Language, LawSearchIndex>()
const fetched = new Map<Language, string>()

/** The index of a language, made on first use and kept. */
const getIndex = (language: Language): LawSearchIndex => {
	const known = indexes.get(language)
	if (known) return known
	const documents = getLawDocuments(law, language)
	const kept = fetched.get(language)
	fetched.delete(language)
	const danger = getDangerEars()
	const index =
		kept && danger
			? loadLawSearchIndex(kept, { law, documents, lawLexicon, danger })
			: createLawSearchIndex(law, documents, lexicon, lawLexicon)
	indexes.set(language, index)
	return index
}

/** Takes up the indexes that were made when the server was built: they are opened when they are asked for. Without a build they are made then. */
export const fetchLawIndexes = (): void => {
	if (!import.meta.env.PROD) return
	for (const language of languages) fetched.set(language, readMade(`law/search/server/made/${language}.json`))
}

/** Makes what the first question in a language would wait for. */
export const prepareLawSearch = (language: Language): void => {
	getIndex(language)
	numbers ??= createNumberIndex(law, lawLexicon)
}

/** Searches the law and gives results ready to show. Keeps nothing of the query. */
export const askLaw = (query: string, language: Language): LawFindings =>
	findInLaw(law, getIndex(language), { query, language })

/** The texts that the numbers and names of a query say exactly: for the search of the whole site. Keeps nothing of it. */
export const askLawByNumber = (query: string, language: Language): NumberFindings => {
	numbers ??= createNumberIndex(law, lawLexicon)
	return findByNumber(law, numbers, { query, language })
}
