/**
 * One key for a word that Moroccans write in many ways: Darija in Arabic script, Darija in Latin letters and
 * digits (Arabizi), French as taught and as texted. Method and measures: search.md of the project's facts,
 * after Lucene's ArabicNormalizer and light stemmer (https://lucene.apache.org, Apache-2.0).
 */
export { foldText, splitWords } from './fold.ts'
export { getConsonantKey, getLooseKey, getVowelKey, toSkeleton } from './skeleton.ts'
export { getStemKeys } from './stem.ts'
export { expandShortFrench, getFrenchKey } from './french.ts'
export { isFunctionWord } from './function-words.ts'
