import { audiences } from '#domains/guide'
import {
	createPageSearch,
	createSearchIndex,
	loadPageSearch,
	loadSearchIndex,
	toKeptSearchJson,
	type DangerEars,
	type PlainPageSearch,
	type Lexicon,
	type SearchDocument,
	type SearchIndex,
} from '#domains/guide/search'
import type { Law } from '../corpus/law.ts'
import type { LawDocument } from './documents.ts'
import type { LawLexicon } from './law-lexicon.ts'
import { createNumberIndex, type NumberIndex } from './number-index.ts'
import { readBareWords } from './number-words.ts'

/** The law of one language in memory: by number, by word, by what happened. Asked by `searchLaw`. */
export type LawSearchIndex = {
	numbers: NumberIndex
	/** Instruments and provisions, in the order of `texts`. */
	texts: readonly LawDocument[]
	words: ReturnType<typeof createPageSearch>
	situations: SearchIndex
	/** Folded words that tell no situation from another. */
	common: ReadonlySet<string>
}

/** Arabic is indexed without its article, so that الابتزاز and ابتزاز are one word. */
const toWords = (text: string): string => readBareWords(text).join(' ')

const createWordIndex = (texts: readonly LawDocument[]): LawSearchIndex['words'] =>
	createPageSearch(
		texts.map(({ titles, title, summary }, place) => ({
			topic: place,
			title: toWords([...new Set([title, ...titles])].join(' ')),
			summary: toWords(summary),
			text: '',
		})),
	)

type Phrases = { source: string; words: readonly string[] }

/** The phrases of the website, under the situations that they mean; what means none stays, so that it is known as another subject. */
const toSituationLexicon = (
	documents: readonly LawDocument[],
	lexicon: Lexicon,
	law: LawLexicon,
): Lexicon => {
	const phrasesOf = (topic: string): readonly Phrases[] => lexicon.topics[topic]?.phrases ?? []
	const own = documents.map(({ id, titles }) => {
		const { topics = [], words = [] } = law.situations[id] ?? {}
		const phrases = [...topics.flatMap(phrasesOf), { source: 'law', words: [...words, ...titles] }]
		return [id, { phrases }] as const
	})
	const listened = new Set(Object.values(law.situations).flatMap(({ topics }) => topics))
	const others = Object.entries(lexicon.topics)
		.filter(([id]) => !listened.has(id) && id !== law.general)
		.map(([id, topic]) => [id, { ...topic, nearest: law.nearest[id] ?? [] }] as const)
	return { ...lexicon, topics: Object.fromEntries<Lexicon['topics'][string]>([...own, ...others]) }
}

/** Everybody a page may be written for: the engine chooses by what the query gives away of who asks. */
const toSearchDocuments = (document: LawDocument): SearchDocument[] => {
	const { id, language, title, summary, raisesHelpPanel } = document
	const blank = { topic: id, lang: language, title: '', summary: '', text: '', raisesHelpPanel }
	return audiences.map((audience) =>
		audience === 'citizens' ? { ...blank, audience, title, text: summary } : { ...blank, audience },
	)
}

const createSituationIndex = (
	documents: readonly LawDocument[],
	lexicon: Lexicon,
	law: LawLexicon,
): SearchIndex =>
	createSearchIndex(documents.flatMap(toSearchDocuments), toSituationLexicon(documents, lexicon, law))

/**
 * The index of one language.
 *
 * @param lexicon - what people type when they mean a topic of the website
 * @param lawLexicon - which of it means which situation, and how people call an instrument
 */
export const createLawSearchIndex = (
	law: Law,
	documents: readonly LawDocument[],
	lexicon: Lexicon,
	lawLexicon: LawLexicon,
): LawSearchIndex => {
	const texts = documents.filter(({ kind }) => kind !== 'situation')
	const situations = documents.filter(({ kind }) => kind === 'situation')
	return assemble(law, {
		documents,
		lawLexicon,
		words: createWordIndex(texts),
		situations: createSituationIndex(situations, lexicon, lawLexicon),
	})
}

const assemble = (
	law: Law,
	{
		documents,
		lawLexicon,
		words,
		situations,
	}: {
		documents: readonly LawDocument[]
		lawLexicon: LawLexicon
		words: LawSearchIndex['words']
		situations: SearchIndex
	},
): LawSearchIndex => ({
	numbers: createNumberIndex(law, lawLexicon),
	texts: documents.filter(({ kind }) => kind !== 'situation'),
	words,
	situations,
	common: new Set(lawLexicon.common.flatMap(readBareWords)),
})

/** Serializes what is expensive to make of an index; {@link loadLawSearchIndex} opens it. */
export const toLawSearchJson = ({ words, situations }: LawSearchIndex): string =>
	JSON.stringify({ words, situations: toKeptSearchJson(situations) })

/** Opens what {@link toLawSearchJson} wrote of the same corpus. Throws on anything else: the text comes from our own build. */
export const loadLawSearchIndex = (
	json: string,
	{
		law,
		documents,
		lawLexicon,
		danger,
	}: { law: Law; documents: readonly LawDocument[]; lawLexicon: LawLexicon; danger: DangerEars },
): LawSearchIndex => {
	const { words, situations } = JSON.parse(json) as { words: PlainPageSearch; situations: string }
	return assemble(law, {
		documents,
		lawLexicon,
		words: loadPageSearch(words),
		situations: loadSearchIndex(situations, danger),
	})
}
