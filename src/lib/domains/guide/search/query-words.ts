import {
	expandShortFrench,
	getConsonantKey,
	getFrenchKey,
	getLooseKey,
	getStemKeys,
	getVowelKey,
	isFunctionWord,
	splitWords,
	toSkeleton,
} from '#tools/script/arabizi'
import { foldTamazight } from '#tools/script/tifinagh'

/** The longest query that is read; the rest is dropped, so that time stays bounded. */
const maxCharacters = 200
const maxWords = 24

/** Weight of a word that carries grammar beside one that carries a subject. */
export const functionShare = 0.25

/** Folded words of a text in any script, Tifinagh and scholarly Tamazight as typed on a phone. */
export const readWords = (text: string): string[] => splitWords(foldTamazight(text))

const isSmall = (word: string): boolean => word.length < 2 && !/\d/.test(word)

/** Tamazight reads x as kh and c as ch where Darija and French do not. */
const readTamazight = (word: string): string =>
	/^[a-z]+$/.test(word) ? word.replace(/x/g, 'kh').replace(/c(?!h)/g, 'ch') : word

const withoutArticle = (word: string): string => word.replace(/^[dbf]?l(?=[^aeiouylh\d])/, '')

const makeWordKeys = (word: string): ReadonlyMap<string, number> => {
	const keys = new Map<string, number>([[`s${word}`, 1]])
	const add = (kind: string, key: string, sure: number, least: number): void => {
		if (key.length >= least && !keys.has(kind + key)) keys.set(kind + key, sure)
	}
	if (/^\d+$/.test(word)) return keys
	const skeleton = toSkeleton(word)
	const consonants = getConsonantKey(skeleton)
	add('k', consonants, 0.9, 3)
	if (consonants.length < 3) add('v', getVowelKey(skeleton), 0.85, 2)
	const bare = skeleton.replace(/^l(?=[^aeiouyl])/, '')
	if (getConsonantKey(bare).length < 3) add('v', getVowelKey(bare), 0.75, 3)
	for (const stem of getStemKeys(skeleton)) {
		add('k', stem, 0.55 + (0.25 * stem.length) / Math.max(consonants.length, stem.length), 3)
	}
	add('f', getFrenchKey(word), 0.85, 3)
	add('f', getFrenchKey(withoutArticle(word)), 0.8, 3)
	add('f', getFrenchKey(word.replace(/(?:ing|ed|ly)$/, '')), 0.75, 4)
	add('k', getConsonantKey(toSkeleton(getFrenchKey(word))), 0.6, 3)
	add('k', getConsonantKey(toSkeleton(word.replace(/x/g, 'ks'))), 0.6, 3)
	add('k', getConsonantKey(toSkeleton(readTamazight(word))), 0.6, 3)
	add('l', getLooseKey(skeleton), 0.55, 3)
	return keys
}

/** Keys of words while an index is built; nothing that is asked is ever kept. */
let known: Map<string, ReadonlyMap<string, number>> | undefined

/** Indexes of several languages share most of their words: built together, the keys of each word are made once. */
export const withWordsKnown = <Built>(build: () => Built): Built => {
	const before = known
	known ??= new Map()
	try {
		return build()
	} finally {
		known = before
	}
}

/**
 * Keys of a folded word, each with how sure a meeting on it is (0-1]: its spelling, its consonants, its sound
 * in French, its stems. The first letter of a key names its kind, so that kinds never meet by accident.
 */
export const getWordKeys = (word: string): ReadonlyMap<string, number> => {
	const made = known?.get(word) ?? makeWordKeys(word)
	known?.set(word, made)
	return made
}

/** One word of a query: how it is spelt and how much it can say about a subject. */
export type QueryWord = { word: string; weight: number }

const negations = new Set(['ma', 'ما'])

/**
 * The words of a query that can say something, at most 24 of the first 200 characters. Short French stands for its
 * words, a lone "ma" joins its verb, neighbours are also offered as one word (`joined` says if the index knows it).
 */
export const readQuery = (query: string, joined: (word: string) => boolean): QueryWord[] => {
	const words = readWords(query.slice(0, maxCharacters)).slice(0, maxWords)
	const found = new Map<string, number>()
	const add = (word: string, weight: number): void => {
		if (!isSmall(word)) found.set(word, Math.max(weight, found.get(word) ?? 0))
	}
	words.forEach((word, place) => {
		const weight = isFunctionWord(word) ? functionShare : 1
		const full = expandShortFrench(word)
		for (const part of full) add(part, isFunctionWord(part) ? functionShare : 1)
		add(word, full.length > 0 ? Math.min(weight, 0.5) : weight)
		const next = words[place + 1]
		if (next === undefined) return
		if (joined(word + next) && (negations.has(word) || (word + next).length > 4)) add(word + next, 1)
	})
	return [...found].map(([word, weight]) => ({ word, weight }))
}
