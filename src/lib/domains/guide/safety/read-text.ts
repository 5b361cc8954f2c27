import { toPlainLetters } from '#tools/script/tashkil'
import type { Place } from './safety-message.ts'
import type { SafetyText } from './safety-text.ts'
import { lineEnd } from './scope.ts'

const shapes: ReadonlyMap<string, string> = new Map(
	Object.entries({ أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', '’': "'", ʼ: "'" }),
)

/** One shape for letters that people write in several: vowel marks, alifs, apostrophes. */
const toOneShape = (text: string): string =>
	toPlainLetters(text).replace(/[أإآى’ʼ]/gu, (letter) => shapes.get(letter) ?? letter)

const toRead = (text: string): string =>
	toOneShape(text).replaceAll('**', '').replace(/\n\s*/gu, ` ${lineEnd} `).replace(/\s+/gu, ' ')

/** A negation that stands alone in a pattern is a whole word: "une image" is not "ne … image". */
const aloneNegation =
	/(?<=^|[(|])(?:ne|pas|ni|sans|jamais|no|not|never|without|لا|ولا|ما|دون|بلا|عدم|لم|لن|ليس|ⵓⵔ|ⴱⵍⴰ)(?=[|)[])/gu

const toWholeWords = (pattern: string): string =>
	pattern.replace(
		aloneNegation,
		(word) => `(?<!\\p{L})${/\p{sc=Arabic}/u.test(word) ? '[وف]?' : ''}${word}(?!\\p{L})`,
	)

const compiled = new Map<string, RegExp>()
/** The pattern of a row, in the shape of the texts that it reads. */
export const compile = (pattern: string): RegExp => {
	const known = compiled.get(pattern)
	if (known) return known
	const made = new RegExp(toWholeWords(toOneShape(pattern)), 'iu')
	compiled.set(pattern, made)
	return made
}

/** A text as it is read by patterns: each place once in one shape. */
export type ReadText = { text: SafetyText; all: string; words: Partial<Record<Place, string>> }

/** Reads a text as patterns see it. */
export const read = (text: SafetyText): ReadText => ({
	text,
	all: toRead(text.all),
	words: Object.fromEntries(Object.entries(text.words).map(([place, words]) => [place, toRead(words)])),
})
