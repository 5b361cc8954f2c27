import { getConsonantKey, getVowelKey, isFunctionWord, toSkeleton } from '#tools/script/arabizi'
import { audiences, type Audience } from '../audience.ts'
import { getWordKeys, readWords } from './query-words.ts'

/** A phrase to listen for: the sure keys of each word that must be said. */
export type Cue = readonly (readonly string[])[]

/** Cues by the audience that they give away. */
export type Cues = Readonly<Partial<Record<Audience, readonly Cue[]>>>

/** Meetings looser than this would make a daughter (bnti) of a bank (lbanka). */
const surely = 0.85

/** Tense and person before a verb: kay-, tay-, kat-, ghan-, كي, غي. */
const tense = /^(?:[kt]a?[ynt]|[kt]i|Ga?[ynt]|y)/

/** Consonants of a verb in whatever tense, when there are enough of them to name it alone. */
const getVerbKeys = (word: string): string[] => {
	const key = getConsonantKey(toSkeleton(word).replace(tense, ''))
	return key.length > 3 ? [`p${key}`] : []
}

/** Three consonants alone name many words: they must also agree on the long vowels. */
const withVowels = (key: string, word: string): string =>
	/^k.{3}$/.test(key) ? `w${getVowelKey(toSkeleton(word))}` : key

/** Keys of a word on which a meeting is sure, its spelling first. */
export const getSureKeys = (word: string): string[] => [
	...[...getWordKeys(word)]
		.filter(
			([key, sure]) => sure >= surely && !key.startsWith('f') && (key.startsWith('s') || key.length > 3),
		)
		.map(([key]) => withVowels(key, word)),
	...getVerbKeys(word),
]

/** Makes a cue of folded words; in a phrase of three words or more, function words may be left unsaid. */
export const toCue = (words: readonly string[]): Cue =>
	words.filter((word) => words.length < 3 || !isFunctionWord(word)).map(getSureKeys)

/** A cue of folded words that must all be spelt so. */
export const toExactCue = (words: readonly string[]): Cue => words.map((word) => [`s${word}`])

/** True when every word of a cue stands in a text whose sure keys are given, in any order. */
export const isSaid = (cue: Cue, said: ReadonlySet<string>): boolean =>
	cue.length > 0 && cue.every((keys) => keys.some((key) => said.has(key)))

/** Sure keys of all words of a query, neighbours also read as one word. */
export const getSaid = (query: string): Set<string> => {
	const words = readWords(query)
	const pairs = words.slice(1).map((word, place) => (words[place] ?? '') + word)
	return new Set([...words.flatMap(getSureKeys), ...pairs.map((pair) => `s${pair}`)])
}

/** Ranks who asks, most likely first: those whose cues were said, then the teens the site speaks to by default. */
export const rankAudiences = (cues: Cues, said: ReadonlySet<string>): Audience[] => {
	const count = (audience: Audience): number =>
		(cues[audience] ?? []).filter((cue) => isSaid(cue, said)).length
	const order: Audience[] = ['teachers', 'parents', 'children', 'citizens', 'teens']
	const cued = order.filter((audience) => count(audience) > 0).sort((a, b) => count(b) - count(a))
	return [...new Set<Audience>([...cued, 'teens', 'parents', ...audiences])]
}
