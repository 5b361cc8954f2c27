import { getVowelKey, isFunctionWord, toSkeleton } from '#tools/script/arabizi'
import { functionShare, getWordKeys, type QueryWord } from './query-words.ts'
import { getVocabulary, type Vocabulary } from './vocabulary.ts'

/** Found by turning one at a time on the queries to tune on and on phrases left out of the lexicon. */
const tune = {
	/** Voice of the spread of words beside the nearest phrase. */
	spread: 0.5,
	/** Weight of a word that no phrase knows, in what was asked. */
	unknown: 3.5,
	/** Weight of how much of a phrase is said, beside how much of the query it covers. */
	phrase: 0.2,
	/** Score of a match on three consonants when the vowels differ. */
	otherVowels: 0.6,
	second: 0.15,
	third: 0.2,
	/** Weight that a word keeps when all topics use it alike. */
	even: 0.8,
	/** A meeting this sure makes a word known. */
	sure: 0.8,
}

type Phrase = { topic: number; words: readonly string[] }

/**
 * Finds the topics whose phrases are nearest to a query. Two voices are added: how the query's words are spread
 * over the topics (a word that only one topic uses counts most), and how nearly one whole phrase was said.
 */
export class PhraseMatcher {
	readonly #phrases: readonly Phrase[]
	readonly #topics: number
	readonly #sizes: Float64Array
	readonly #postings = new Map<string, number[]>()
	readonly #vocabulary: Vocabulary
	readonly #weights: Float64Array

	/**
	 * @param phrases - folded words of each phrase with the place of its topic, from 0 to `topics` - 1
	 * @param weights - what `weights` of a matcher of the same phrases was: half of the work of making one
	 */
	constructor(phrases: readonly Phrase[], topics: number, weights?: readonly number[]) {
		this.#phrases = phrases
		this.#topics = topics
		this.#sizes = new Float64Array(topics)
		phrases.forEach(({ topic, words }, place) => {
			this.#sizes[topic]! += 1
			for (const word of new Set(words)) this.#post(word, place)
		})
		this.#vocabulary = getVocabulary()
		for (const word of this.#postings.keys()) this.#vocabulary.add(word)
		this.#weights = Float64Array.from(weights ?? this.#weighPhrases())
	}

	/** Weight of each phrase, all its words said. */
	get weights(): number[] {
		return [...this.#weights]
	}

	/** True when a word is spelt exactly so in a phrase. */
	has(word: string): boolean {
		return this.#postings.has(word)
	}

	/** Scores each topic for a query, by place in the list of topics; 0 where nothing was said. */
	vote(query: readonly QueryWord[]): Float64Array {
		const spread = new Float64Array(this.#topics)
		const said = new Float64Array(this.#phrases.length)
		let asked = 0
		for (const { word, weight } of query) {
			const touched = this.#touch(word, 0)
			if (touched.size === 0) {
				asked += weight * tune.unknown
				continue
			}
			const { share, weight: own } = this.#weigh(touched)
			const full = own * weight
			const sure = Math.max(...touched.values())
			asked += full
			share.forEach((part, topic) => (spread[topic]! += part * full * sure))
			for (const [place, meeting] of touched) said[place]! += full * meeting
		}
		const near = this.#nearest(said, asked)
		return near.map((value, topic) => value + (tune.spread * spread[topic]!) / Math.max(asked, 1e-9))
	}

	/**
	 * Of the words that carry a subject, the share that stands for sure in a phrase of a topic that counts; 1 when the
	 * query has none.
	 */
	getKnownShare(query: readonly QueryWord[], counts: (topic: number) => boolean): number {
		const telling = query.filter(({ weight }) => weight === 1)
		const isKnown = ({ word }: QueryWord): boolean =>
			[...this.#touch(word, tune.sure).keys()].some((place) => counts(this.#phrases[place]!.topic))
		return telling.length === 0 ? 1 : telling.filter(isKnown).length / telling.length
	}

	#weighPhrases(): number[] {
		const weights = new Map<string, number>()
		for (const word of this.#postings.keys()) {
			const { weight } = this.#weigh(this.#touch(word, 0.84))
			weights.set(word, weight * (isFunctionWord(word) ? functionShare : 1))
		}
		return this.#phrases.map(({ words }) =>
			[...new Set(words)].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0),
		)
	}

	#post(word: string, place: number): void {
		const places = this.#postings.get(word)
		if (places) places.push(place)
		else this.#postings.set(word, [place])
	}

	/**
	 * Words of the index that a word may be, with how sure, at least `least`; one slip of the finger only when nothing
	 * else met. A key of three consonants names many words: it says less when the long vowels differ.
	 */
	#candidates(word: string, least: number): Map<string, number> {
		const found = new Map<string, number>()
		const vowels = getVowelKey(toSkeleton(word))
		for (const [key, sure] of getWordKeys(word)) {
			if (sure < least) continue
			const isShort = /^k.{3}$/.test(key)
			for (const [other, otherSure] of this.#vocabulary.getWords(key)) {
				if (!this.#postings.has(other)) continue
				const differs = isShort && other !== word && this.#vocabulary.getVowels(other) !== vowels
				const both = Math.min(sure, otherSure) * (differs ? tune.otherVowels : 1)
				if (both >= least && both > (found.get(other) ?? 0)) found.set(other, both)
			}
		}
		if (found.size > 0 || word.length < 5) return found
		for (const [other, distance] of this.#vocabulary.getNear(word, word.length > 8 ? 2 : 1))
			if (this.#postings.has(other)) found.set(other, 0.75 - 0.15 * distance)
		return found
	}

	#touch(word: string, least: number): Map<number, number> {
		const places = new Map<number, number>()
		for (const [other, sure] of this.#candidates(word, least)) {
			for (const place of this.#postings.get(other) ?? []) {
				if (sure > (places.get(place) ?? 0)) places.set(place, sure)
			}
		}
		return places
	}

	#weigh(touched: ReadonlyMap<number, number>): { share: Float64Array; weight: number } {
		const share = new Float64Array(this.#topics)
		let mass = 0
		for (const [place, sure] of touched) {
			const topic = this.#phrases[place]!.topic
			share[topic]! += sure / Math.sqrt(this.#sizes[topic]!)
			mass += sure
		}
		const total = share.reduce((sum, part) => sum + part, 0) || 1
		const parts = share.map((part) => part / total)
		const purity = parts.reduce((sum, part) => sum + part * part, 0)
		return {
			share: parts,
			weight: Math.log(1 + this.#phrases.length / (1 + mass)) * (tune.even + (1 - tune.even) * purity),
		}
	}

	#nearest(said: Float64Array, asked: number): Float64Array {
		const best = Array.from({ length: this.#topics }, () => [0, 0, 0])
		said.forEach((value, place) => {
			if (value === 0) return
			const likeness = value / (tune.phrase * this.#weights[place]! + (1 - tune.phrase) * asked)
			const top = best[this.#phrases[place]!.topic]!
			if (likeness <= top[2]!) return
			top[2] = Math.min(likeness, 1)
			top.sort((a, b) => b - a)
		})
		return Float64Array.from(best, ([a, b, c]) => a! + tune.second * b! + tune.third * c!)
	}
}
