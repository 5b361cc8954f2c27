/**
 * Tifinagh as IRCAM wrote it down for Standard Moroccan Tamazight: Latin letters for page text, and a fold on
 * which Tifinagh and the Latin spellings of Tamazight meet. Unicode block U+2D30-U+2D7F, ISO 15924 `Tfng`:
 * https://www.unicode.org/charts/PDF/U2D30.pdf
 */
export { foldTamazight, hasTifinagh } from './fold.ts'
export { toLatin } from './to-latin.ts'
