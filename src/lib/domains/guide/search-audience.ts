import { isFunctionWord } from '#tools/arabizi'
import { audiences, type Audience } from './audience.ts'
import { getWordKeys, readWords } from './search-words.ts'

/** Folded cue phrases by audience. */
export type Cues = Readonly<Partial<Record<Audience, readonly (readonly string[])[]>>>

/** Meetings looser than this would make a daughter (bnti) of a bank (lbanka). */
const surely = 0.85

const getSureKeys = (word: string): string[] =>
	[...getWordKeys(word)].filter(([key, sure]) => sure >= surely && !key.startsWith('f')).map(([key]) => key)

/** True when every word of a phrase stands in a text whose sure keys are given, in any order. */
export const isSaid = (phrase: readonly string[], said: ReadonlySet<string>): boolean =>
	phrase.length > 0 &&
	phrase.every((word) =>
		isFunctionWord(word) && phrase.length > 2 ? true : getSureKeys(word).some((key) => said.has(key)),
	)

/** Sure keys of all words of a query, neighbours also read as one word. */
export const getSaid = (query: string): Set<string> => {
	const words = readWords(query)
	const pairs = words.slice(1).map((word, place) => (words[place] ?? '') + word)
	return new Set([...words.flatMap(getSureKeys), ...pairs.map((pair) => `s${pair}`)])
}

/** Who asks, most telling first: those whose cues were said, then the teens the site speaks to by default. */
export const rankAudiences = (cues: Cues, said: ReadonlySet<string>): Audience[] => {
	const count = (audience: Audience): number =>
		(cues[audience] ?? []).filter((phrase) => isSaid(phrase, said)).length
	const order: Audience[] = ['teachers', 'parents', 'children', 'citizens', 'teens']
	const told = order.filter((audience) => count(audience) > 0).sort((a, b) => count(b) - count(a))
	return [...new Set<Audience>([...told, 'teens', 'parents', ...audiences])]
}
