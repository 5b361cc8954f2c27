/**
 * Tashkil, the marks over and under Arabic letters that say how a word is read: short vowels, tanwin, shadda and sukun. Unicode block
 * U+0600-U+06FF: https://www.unicode.org/charts/PDF/U0600.pdf
 */
export { findBareWords, toPlainLetters } from './tashkil.ts'
