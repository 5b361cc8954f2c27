/**
 * Reports of the same place, or in the same words, found without the server learning places or words. Runs in the browser of
 * who has opened them.
 */
export { findAddresses, toBlindIndex, type TokenKind } from './blind-index.ts'
export { planIndexing, type Earlier } from './plan-indexing.ts'
export { getJaccardSimilarity, toShingles } from './min-hash.ts'
