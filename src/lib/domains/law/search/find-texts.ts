import { getWordKeys, readQuery } from '#domains/guide/search'
import type { LawDocument } from './documents.ts'
import type { LawSearchIndex } from './law-search-index.ts'

/** An instrument or a provision that speaks of what was asked, between 0 and 1, the best at 1. */
export type TextHit = { document: LawDocument; score: number }

/** A meeting on a looser key (three consonants, a stem) finds more than it should. */
const leastSure = 0.7
/** Share of the words asked that a text must hold. */
const leastShare = 0.5

/** Keys of each word of a query with how sure a meeting is, by key. */
const readKeys = (words: readonly string[]): { keys: Map<string, [number, number]>; count: number } => {
	const asked = readQuery(words.join(' '), () => false).filter(({ weight }) => weight > 0.4)
	const keys = new Map<string, [number, number]>()
	asked.forEach(({ word }, place) => {
		for (const [key, sure] of getWordKeys(word))
			if (sure >= leastSure && !keys.has(key)) keys.set(key, [place, sure])
	})
	return { keys, count: asked.length }
}

/** Instruments and provisions by the words of their titles and of what they say, best first. */
export const findTexts = ({ texts, words: index }: LawSearchIndex, words: readonly string[]): TextHit[] => {
	const { keys, count } = readKeys(words)
	if (count === 0) return []
	const scored = index.search([...keys.keys()].join(' ')).flatMap(({ id, score, queryTerms }) => {
		const held = new Map<number, number>()
		for (const term of queryTerms) {
			const [place = -1, sure = 0] = keys.get(term) ?? []
			held.set(place, Math.max(sure, held.get(place) ?? 0))
		}
		const share = [...held.values()].reduce((sum, sure) => sum + sure, 0) / count
		const document = texts[id as number]
		return document && share >= leastShare ? [{ document, score: score * share }] : []
	})
	const best = Math.max(...scored.map(({ score }) => score))
	return scored
		.map(({ document, score }) => ({ document, score: score / best }))
		.sort((a, b) => b.score - a.score)
}
