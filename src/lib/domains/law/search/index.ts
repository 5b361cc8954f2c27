/**
 * Search over the law, with the engine of the website: by number in any writing, by words, by what happened. A door of
 * its own, so that a page that searches need not load the views of the law.
 */
export { getLawDocuments } from './documents.ts'
export type { LawLexicon } from './law-lexicon.ts'
export { createLawSearchIndex, toLawSearchJson, type LawSearchIndex } from './law-search-index.ts'
export { searchLaw } from './search-law.ts'
