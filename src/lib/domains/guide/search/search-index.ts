import type MiniSearch from 'minisearch'
import type { AsPlainObject } from 'minisearch'
import { isFunctionWord } from '#tools/script/arabizi'
import { audiences, type Audience } from '../audience.ts'
import { getSureKeys, toCue, toExactCue, type Cue, type Cues } from './audience-cues.ts'
import { openDangerBook, sortDangerBook, type DangerBook, type DangerEars } from './danger-book.ts'
import type { Lexicon } from './lexicon.ts'
import { createPageSearch, loadPageSearch, type PageWords } from './page-search.ts'
import { PhraseMatcher } from './phrase-matcher.ts'
import { getWordKeys, readWords } from './query-words.ts'

/** One page as the search needs it. */
export type SearchDocument = {
	topic: string
	audience: Audience
	lang: string
	title: string
	summary: string
	/** The words of the page; markup is read as spaces. */
	text: string
	raisesHelpPanel: boolean
}

/** A topic that can be found: with pages for `audiences`, or with none and `nearest` to show instead. */
export type SearchTopic = {
	id: string
	audiences: readonly Audience[]
	nearest: readonly string[]
	raisesHelpPanel: boolean
}

type SearchData = {
	topics: readonly SearchTopic[]
	/** Phrases by topic, in the order of `topics`: folded, one a line. */
	phrases: readonly string[]
	cues: Readonly<Partial<Record<Audience, string>>>
	triggers: string
	exactTriggers: string
	pages: AsPlainObject
}

/** An index in memory. Made by {@link createSearchIndex} or {@link loadSearchIndex}, asked by `search`. */
export type SearchIndex = {
	topics: readonly SearchTopic[]
	matcher: PhraseMatcher
	pages: MiniSearch<PageWords>
	cues: Cues
	triggers: readonly Cue[]
	danger: DangerEars
	data: SearchData
}

/** A list that hears nothing. */
const silent: DangerBook = {
	words: {},
	hears: {},
	cries: [],
	sayings: [],
	harmless: [],
	askers: { harmed: [], child: [], teen: [], adult: [], parent: [], teacher: [], witness: [] },
	topics: {},
	troubles: [],
}

/** Spellings that meet on the same keys are one phrase; the first one stays. */
const getSignature = (word: string): string =>
	[...getWordKeys(word).keys()].find((key) => /^[kv]/.test(key)) ?? word

const foldPhrases = (phrases: readonly string[]): string => {
	const seen = new Map<string, string>()
	for (const phrase of phrases) {
		const words = readWords(phrase)
		const content = words.filter((word) => !isFunctionWord(word))
		const signature = (content.length > 0 ? content : words).map(getSignature).sort().join(' ')
		if (!seen.has(signature)) seen.set(signature, words.join(' '))
	}
	return [...seen.values()].filter(Boolean).join('\n')
}

/** Cues of a text; those that listen for the same keys are one, the first stays. */
const foldCues = (lines: readonly string[]): string => {
	const seen = new Map<string, string>()
	for (const line of lines) {
		const words = readWords(line)
		const signature = words.map((word) => getSureKeys(word).slice(1).join('|') || word).join(' ')
		if (!seen.has(signature)) seen.set(signature, words.join(' '))
	}
	return [...seen.values()].filter(Boolean).join('\n')
}

const foldLines = (lines: readonly string[]): string =>
	[...new Set(lines.map((line) => readWords(line).join(' ')))].filter(Boolean).join('\n')

const splitPhrases = (lines: string): string[][] =>
	lines.split('\n').flatMap((line) => (line ? [line.split(' ')] : []))

/** An index as it is kept beside the server: with what is dear to make and too long for a phone. */
type KeptData = SearchData & { weights?: readonly number[] }

const open = ({ weights, ...data }: KeptData, danger: DangerEars): SearchIndex => {
	const phrases = data.phrases.flatMap((lines, topic) =>
		splitPhrases(lines).map((words) => ({ topic, words })),
	)
	const cues = Object.entries(data.cues).map(
		([audience, lines]) => [audience, splitPhrases(lines).map(toCue)] as const,
	)
	return {
		topics: data.topics,
		matcher: new PhraseMatcher(phrases, data.topics.length, weights),
		pages: loadPageSearch(data.pages),
		danger,
		cues: Object.fromEntries(cues),
		triggers: [
			...splitPhrases(data.triggers).map(toCue),
			...splitPhrases(data.exactTriggers).map(toExactCue),
		],
		data,
	}
}

const opened = new WeakMap<DangerBook, DangerEars>()

/** The danger list is the same in every language: opened once. */
const getEars = (book: DangerBook): DangerEars => {
	const known = opened.get(book) ?? openDangerBook(book)
	opened.set(book, known)
	return known
}

const join = (documents: readonly SearchDocument[], pick: (document: SearchDocument) => string): string =>
	documents.map(pick).join(' ')

/** An index of the pages of one language with the phrases of every language. */
export const createSearchIndex = (documents: readonly SearchDocument[], lexicon: Lexicon): SearchIndex => {
	const ids = [...new Set([...documents.map(({ topic }) => topic), ...Object.keys(lexicon.topics)])]
	const pagesOf = ids.map((id) => documents.filter(({ topic }) => topic === id))
	const topics = ids.map((id, place): SearchTopic => {
		const pages = pagesOf[place] ?? []
		return {
			id,
			audiences: audiences.filter((audience) => pages.some((page) => page.audience === audience)),
			nearest: lexicon.topics[id]?.nearest ?? [],
			raisesHelpPanel:
				pages.some((page) => page.raisesHelpPanel) || lexicon.topics[id]?.raisesHelpPanel === true,
		}
	})
	const phrases = ids.map((id, place) =>
		foldPhrases([
			...(lexicon.topics[id]?.phrases ?? []).flatMap(({ words }) => words),
			...(pagesOf[place] ?? []).map(({ title }) => title),
		]),
	)
	const pages = ids.flatMap((_, topic) => {
		const own = pagesOf[topic] ?? []
		if (own.length === 0) return []
		return [
			{
				topic,
				title: join(own, (page) => page.title),
				summary: join(own, (page) => page.summary),
				text: join(own, (page) => page.text),
			},
		]
	})
	const cues = Object.entries(lexicon.audiences).map(([audience, lines]) => [audience, foldLines(lines)])
	const data = {
		topics,
		phrases,
		cues: Object.fromEntries(cues) as SearchData['cues'],
		triggers: foldCues(lexicon.helpTriggers),
		exactTriggers: foldLines(lexicon.helpWords ?? []),
		pages: JSON.parse(JSON.stringify(createPageSearch(pages))) as AsPlainObject,
	}
	return open(data, getEars(lexicon.danger ?? silent))
}

/** The index without the danger list, as text for the browser or a file; {@link loadSearchIndex} opens it. */
export const toSearchJson = (index: SearchIndex): string => JSON.stringify(index.data)

/** The same for a server: longer, and opened in half the time. */
export const toKeptSearchJson = ({ data, matcher }: SearchIndex): string =>
	JSON.stringify({ ...data, weights: matcher.weights } satisfies KeptData)

/**
 * Opens what {@link toSearchJson} or {@link toKeptSearchJson} wrote, with the danger list, which every language shares. Throws on
 * anything else: the text comes from our own build.
 */
export const loadSearchIndex = (json: string, danger: DangerEars): SearchIndex =>
	open(JSON.parse(json) as KeptData, danger)

/** The danger list as text for the browser; {@link loadDanger} opens it. */
export const toDangerJson = (book: DangerBook): string => JSON.stringify(sortDangerBook(book))

/** Opens what {@link toDangerJson} wrote. */
export const loadDanger = (json: string): DangerEars => openDangerBook(JSON.parse(json) as DangerBook)

/** The same for a server: longer, and opened in a tenth of the time. */
export const toKeptDangerJson = (book: DangerBook): string => JSON.stringify(getEars(book))

/** Opens what {@link toKeptDangerJson} wrote. */
export const loadKeptDanger = (json: string): DangerEars => JSON.parse(json) as DangerEars
