/**
 * Search that understands how people here write: pages ranked by their words, topics by phrases that people type, in
 * any script and spelling. A door of its own, so that the browser loads it without the rest of the guide.
 */
export type { DangerBook, DangerEars } from './danger-book.ts'
export type { DangerSense } from './danger-sense.ts'
export type { Lexicon } from './lexicon.ts'
export { createThingIndex, findThings, type ThingIndex } from './thing-search.ts'
export { createPageSearch, loadPageSearch, type PlainPageSearch } from './page-search.ts'
export { withVocabulary } from './vocabulary.ts'
export { getWordKeys, readQuery, readWords, withWordsKnown } from './query-words.ts'
export { dropNoise, search, type SearchAnswer } from './search.ts'
export {
	createSearchIndex,
	loadDanger,
	loadKeptDanger,
	loadSearchIndex,
	toDangerJson,
	toKeptDangerJson,
	toKeptSearchJson,
	toSearchJson,
	type SearchDocument,
	type SearchIndex,
} from './search-index.ts'
