import SearchableMap from 'minisearch/SearchableMap'
import { getVowelKey, toSkeleton } from '#tools/script/arabizi'
import { getWordKeys, withWordsKnown } from './query-words.ts'

/**
 * Words by the keys that they meet on. The indexes of all languages share most of their words: opened together, they share one
 * vocabulary, and whoever asks it leaves out the words that stand in no phrase of theirs.
 */
export class Vocabulary {
	readonly #words = new Set<string>()
	readonly #byKey = new Map<string, [word: string, sure: number][]>()
	readonly #vowels = new Map<string, string>()
	#spellings: SearchableMap<true> | undefined

	/** Takes a word in; a word that is there already costs nothing. */
	add(word: string): void {
		if (this.#words.has(word)) return
		this.#words.add(word)
		this.#spellings = undefined
		for (const [key, sure] of getWordKeys(word)) {
			const words = this.#byKey.get(key)
			if (words) words.push([word, sure])
			else this.#byKey.set(key, [[word, sure]])
		}
	}

	/** The sound of one of the words, long vowels kept. */
	getVowels(word: string): string {
		const known = this.#vowels.get(word) ?? getVowelKey(toSkeleton(word))
		this.#vowels.set(word, known)
		return known
	}

	/** Words that a key names, with how sure. */
	getWords(key: string): readonly (readonly [word: string, sure: number])[] {
		return this.#byKey.get(key) ?? []
	}

	/** Words of four letters or more that are spelt so with at most `distance` letters wrong. */
	getNear(word: string, distance: number): [word: string, distance: number][] {
		return [...this.#getSpellings().fuzzyGet(word, distance)].map(([other, [, wrong]]) => [other, wrong])
	}

	/** Made when it is first asked: few words need it. */
	#getSpellings(): SearchableMap<true> {
		if (this.#spellings) return this.#spellings
		const made = new SearchableMap<true>()
		for (const word of this.#words) if (word.length > 3) made.set(word, true)
		return (this.#spellings = made)
	}
}

let shared: Vocabulary | undefined

/** The vocabulary that indexes share while they are opened together; one of its own for an index that is opened alone. */
export const getVocabulary = (): Vocabulary => shared ?? new Vocabulary()

/** Indexes that are opened within share one vocabulary. */
export const withVocabulary = <Built>(build: () => Built): Built => {
	const before = shared
	shared ??= new Vocabulary()
	try {
		return withWordsKnown(build)
	} finally {
		shared = before
	}
}
