const T=(globalThis as any).__t as Record<string,number>
import SearchableMap from 'minisearch/SearchableMap'
import { isFunctionWord } from '#tools/arabizi'
import { getWordKeys, type QueryWord } from './search-words.ts'

/** What a query says about each topic, by place in the list of topics. */
export type Vote = { scores: Float64Array; known: number }

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
	readonly #byKey = new Map<string, [word: string, sure: number][]>()
	readonly #spellings = new SearchableMap<true>()
	readonly #weights: Float64Array

	/** @param phrases - folded words of each phrase with the place of its topic, from 0 to `topics` - 1 */
	constructor(phrases: readonly Phrase[], topics: number) {
		this.#phrases = phrases
		this.#topics = topics
		this.#sizes = new Float64Array(topics)
		phrases.forEach(({ topic, words }, place) => {
			this.#sizes[topic]! += 1
			for (const word of new Set(words)) this.#post(word, place)
		})
		for (const word of this.#postings.keys()) this.#register(word)
		const weights = new Map<string, number>()
		for (const word of this.#postings.keys()) {
			weights.set(word, this.#weigh(this.#touch(word, 0.84)).weight * (isFunctionWord(word) ? T.fw : 1))
		}
		this.#weights = Float64Array.from(phrases, ({ words }) =>
			[...new Set(words)].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0),
		)
	}

	/** True when a word is spelt exactly so in a phrase. */
	has(word: string): boolean {
		return this.#postings.has(word)
	}

	/** Scores of the topics for a query; `known` is the weight of its words that any phrase knows. */
	vote(query: readonly QueryWord[]): Vote {
		const spread = new Float64Array(this.#topics)
		const said = new Float64Array(this.#phrases.length)
		let asked = 0
		let known = 0
		for (const { word, weight } of query) {
			const touched = this.#touch(word, 0)
			if (touched.size === 0) {
				asked += weight * T.unk
				continue
			}
			const { share, weight: own } = this.#weigh(touched)
			const full = own * weight
			const sure = Math.max(...touched.values())
			asked += full
			known += full * sure
			share.forEach((part, topic) => (spread[topic]! += part * full * sure))
			for (const [place, meeting] of touched) said[place]! += full * meeting
		}
		const near = this.#nearest(said, asked)
		const scores = near.map((value, topic) => value + (T.beta * spread[topic]!) / Math.max(asked, 1e-9))
		return { scores, known }
	}

	#post(word: string, place: number): void {
		const places = this.#postings.get(word)
		if (places) places.push(place)
		else this.#postings.set(word, [place])
	}

	#register(word: string): void {
		if (word.length > 3) this.#spellings.set(word, true)
		for (const [key, sure] of getWordKeys(word)) {
			const words = this.#byKey.get(key)
			if (words) words.push([word, sure])
			else this.#byKey.set(key, [[word, sure]])
		}
	}

	/** Words of the index that a word may be, with how sure; one slip of the finger only when nothing else met. */
	#candidates(word: string): Map<string, number> {
		const found = new Map<string, number>()
		for (const [key, sure] of getWordKeys(word)) {
			for (const [other, otherSure] of this.#byKey.get(key) ?? []) {
				const both = Math.min(sure, otherSure)
				if (both > (found.get(other) ?? 0)) found.set(other, both)
			}
		}
		if (found.size > 0 || word.length < 5) return found
		for (const [other, [, distance]] of this.#spellings.fuzzyGet(word, word.length > 8 ? 2 : 1)) {
			found.set(other, 0.75 - 0.15 * distance)
		}
		return found
	}

	#touch(word: string, least: number): Map<number, number> {
		const places = new Map<number, number>()
		for (const [other, sure] of this.#candidates(word)) {
			if (sure < least) continue
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
			share[topic]! += sure / Math.pow(this.#sizes[topic]!, T.size)
			mass += sure
		}
		const total = share.reduce((sum, part) => sum + part, 0) || 1
		const parts = share.map((part) => part / total)
		const purity = parts.reduce((sum, part) => sum + part * part, 0)
		return { share: parts, weight: Math.log(1 + this.#phrases.length / (1 + mass)) * (T.pur + (1-T.pur) * purity) }
	}

	#nearest(said: Float64Array, asked: number): Float64Array {
		const best = Array.from({ length: this.#topics }, () => [0, 0, 0])
		said.forEach((value, place) => {
			if (value === 0) return
			const likeness = value / (T.ph * this.#weights[place]! + (1-T.ph) * asked)
			const top = best[this.#phrases[place]!.topic]!
			top.push(Math.min(likeness, 1))
			top.sort((a, b) => b - a)
			top.pop()
		})
		return Float64Array.from(best, ([a, b, c]) => a! + T.b2 * b! + T.b3 * c!)
	}
}
