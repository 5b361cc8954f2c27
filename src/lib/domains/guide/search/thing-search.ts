import { isFunctionWord } from '#tools/script/arabizi'
import { getWordKeys, readQuery, readWords } from './query-words.ts'

/** Fields of a thing: its title counts most. */
export type ThingWords = { title: string; more: string }

/** Postings of each key of a word: place of the thing and the weight of the word there. */
export type ThingIndex = { count: number; postings: ReadonlyMap<string, ReadonlyMap<number, number>> }

/** A meeting looser than this is chance. */
const leastSure = 0.8
const weights = { title: 1, more: 0.35 }
/** Share of the query that a thing must hold. */
const leastShare = 0.6
/** Things under this share of the best are noise. */
const leastOfBest = 0.6

/** A short word is a name or a number: it must be spelt so. */
const getKeys = (word: string): string[] =>
	[...getWordKeys(word)]
		.filter(
			([key, sure]) => sure >= leastSure && (key.startsWith('s') || (word.length > 4 && key.length > 4)),
		)
		.map(([key]) => key)

/** An index of things by their words, found by their place in the list. */
export const createThingIndex = (things: readonly ThingWords[]): ThingIndex => {
	const postings = new Map<string, Map<number, number>>()
	things.forEach((thing, place) => {
		for (const field of ['title', 'more'] as const)
			for (const word of readWords(thing[field])) {
				if (isFunctionWord(word)) continue
				for (const key of getKeys(word)) {
					const places = postings.get(key) ?? new Map<number, number>()
					places.set(place, Math.max(weights[field], places.get(place) ?? 0))
					postings.set(key, places)
				}
			}
	})
	return { count: things.length, postings }
}

/** Places of the things that a query names, best first, at most `most`. Keeps nothing of the query. */
export const findThings = ({ count, postings }: ThingIndex, query: string, most: number): number[] => {
	const words = readQuery(query, () => false).filter(({ weight }) => weight === 1)
	/** By place: how much of what was asked stands in the thing, and how much of it in its title. */
	const met = new Map<number, { share: number; score: number }>()
	let asked = 0
	for (const { word } of words) {
		const places = new Map<number, number>()
		for (const key of getKeys(word))
			for (const [place, weight] of postings.get(key) ?? [])
				places.set(place, Math.max(weight, places.get(place) ?? 0))
		const rare = Math.log(1 + count / (1 + places.size))
		asked += rare
		for (const [place, weight] of places) {
			const { share, score } = met.get(place) ?? { share: 0, score: 0 }
			met.set(place, { share: share + rare, score: score + weight * rare })
		}
	}
	const found = [...met]
		.flatMap(([place, { share, score }]): [number, number][] =>
			share >= asked * leastShare ? [[place, score]] : [],
		)
		.sort(([, a], [, b]) => b - a)
	const best = found[0]?.[1] ?? 0
	return found
		.filter(([, score]) => score >= best * leastOfBest)
		.slice(0, most)
		.map(([place]) => place)
}
