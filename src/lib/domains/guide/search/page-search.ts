import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import { isFunctionWord } from '#tools/script/arabizi'
import { getWordKeys, readWords, type QueryWord } from './query-words.ts'

/** The words of all pages of one topic. */
export type PageWords = { topic: number; title: string; summary: string; text: string }

const options: Options<PageWords> = {
	idField: 'topic',
	fields: ['title', 'summary', 'text'],
	tokenize: (text) => text.split(' '),
	processTerm: (term) => term || null,
	searchOptions: { boost: { title: 4, summary: 2 }, combineWith: 'OR' },
}

/** One term a word keeps the index small: by sound in French letters, by consonants in all others. */
const getTerm = (word: string): string => {
	const keys = [...getWordKeys(word).keys()]
	return keys.find((key) => key.startsWith('f')) ?? keys.find((key) => /^[kv]/.test(key)) ?? `s${word}`
}

const getTerms = (text: string): string[] =>
	readWords(text)
		.filter((word) => word.length > 2 && !isFunctionWord(word))
		.map(getTerm)

/** Full text of the pages, one entry a topic. A word that stands in most topics tells none of them apart: left out. */
export const createPageSearch = (pages: readonly PageWords[]): MiniSearch<PageWords> => {
	const read = pages.map((page) => ({
		topic: page.topic,
		title: getTerms(page.title),
		summary: getTerms(page.summary),
		text: getTerms(page.text),
	}))
	const topicsOf = new Map<string, number>()
	for (const { text } of read)
		for (const term of new Set(text)) topicsOf.set(term, (topicsOf.get(term) ?? 0) + 1)
	const isDistinctive = (term: string): boolean => (topicsOf.get(term) ?? 0) <= Math.max(2, pages.length / 2)
	const index = new MiniSearch<PageWords>(options)
	index.addAll(
		read.map(({ topic, title, summary, text }) => ({
			topic,
			title: title.join(' '),
			summary: summary.join(' '),
			text: text.filter(isDistinctive).join(' '),
		})),
	)
	return index
}

/** A page search as `JSON.stringify` writes it. */
export type PlainPageSearch = AsPlainObject

/** Opens what `JSON.stringify` made of a page search. */
export const loadPageSearch = (plain: AsPlainObject): MiniSearch<PageWords> =>
	MiniSearch.loadJS(plain, options)

/** Scores of the topics between 0 and 1, the best page at 1; all 0 when no page holds a word of the query. */
export const scorePages = (
	pages: MiniSearch<PageWords>,
	query: readonly QueryWord[],
	topics: number,
): Float64Array => {
	const scores = new Float64Array(topics)
	const terms = query
		.filter(({ weight }) => weight === 1)
		.flatMap(({ word }) => [...getWordKeys(word).keys()])
	if (terms.length === 0) return scores
	const found = pages.search([...new Set(terms)].join(' '))
	const best = found[0]?.score ?? 1
	for (const { id, score } of found) scores[id as number] = score / best
	return scores
}
