/**
 * Strings without half a character, for browsers from before 2023 too: `String.prototype.toWellFormed()` is younger than all else that
 * sealing needs, and a phone without it would send its words in clear.
 */
const half = /\p{Surrogate}/u
const halves = /\p{Surrogate}/gu

/** True when no surrogate stands without its other half. */
export const isWellFormed = (text: string): boolean => !half.test(text)

/** The text with U+FFFD for each surrogate without its other half. */
export const toWellFormed = (text: string): string => text.replace(halves, '\ufffd')
