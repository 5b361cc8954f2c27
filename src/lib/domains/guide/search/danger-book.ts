import SearchableMap from 'minisearch/SearchableMap'
import { getFrenchKey } from '#tools/script/arabizi'
import type { Asker } from '../contact.ts'
import { readWords } from './query-words.ts'
import { toSign, type DangerSense } from './danger-sense.ts'
import {
	leastSound,
	getSound,
	isLatin,
	isPlain,
	getLetters,
	getSingle,
	getBones,
	getDangerKeys,
	isSureKey,
	getNearKeys,
} from './danger-keys.ts'

/**
 * Phrases that people type in danger, kept in `content/search/danger.yaml`; how it is written stands there.
 * It is heard beside the ranking: whatever the pages say, a line that is said raises the panel.
 */
export type DangerBook = {
	/** Lines by name, a comma between two, to be used as `@name` in the others. */
	words: Readonly<Record<string, string>>
	/** Lines by the situations that they may mean, likeliest first, separated by spaces. */
	hears: Readonly<Record<string, readonly string[]>>
	/** Cries for help: heard only where nothing else is said. */
	cries: readonly string[]
	/** Sayings that sound like danger and mean none: not heard. */
	sayings: readonly string[]
	/** Words of school, kitchen and play: what is only near danger is then no danger. */
	harmless: readonly string[]
	/** Lines that give away who asks. */
	askers: Readonly<Record<Teller, readonly string[]>>
	/** Situations that a topic may mean which the ranking found, likeliest first. */
	topics: Readonly<Record<string, readonly string[]>>
	/** Situations that cost or frighten, and harm nobody: a search that tells of one is about its subject like any other. */
	troubles: readonly string[]
	/** Weights by which danger is heard where no line says it; kept in `content/search/danger-sense.json`. */
	sense?: DangerSense
}

/** The asker that a line reveals; `harmed` says that it was done to the one who asks. */
type Teller = Asker | 'harmed'

/** One place of a line: a word of the list, or, below 0, the list `-1 - step` of words. */
export type Step = number
/** Parts, each by its place, that must all be said. */
export type Line = readonly number[]

/** The danger list, ready to listen: plain data, so that it is made once, when the product is built. */
export type DangerEars = {
	/** Words of the list by the keys that they are heard by. */
	tokens: Readonly<Record<string, readonly number[]>>
	/** Words that must follow each other; the same words are one part, so that a query is asked for them once. */
	parts: readonly (readonly Step[])[]
	/** Lists of words: places of their parts. */
	groups: readonly (readonly number[])[]
	/** Signs of the lists of words, for the sense. */
	groupSigns: readonly number[]
	hears: readonly (readonly [situations: readonly string[], lines: readonly Line[]])[]
	cries: readonly Line[]
	sayings: readonly Line[]
	harmless: readonly Line[]
	askers: Readonly<Record<Teller, readonly Line[]>>
	topics: Readonly<Record<string, readonly string[]>>
	troubles: readonly string[]
	sense: DangerSense | undefined
}

/** Words of the list, longer than five letters, in which one letter may be wrong. */
const tries = new WeakMap<DangerEars, SearchableMap<true>>()

const getTrie = (ears: DangerEars): SearchableMap<true> => {
	const known = tries.get(ears)
	if (known) return known
	const made = new SearchableMap<true>()
	for (const key of Object.keys(ears.tokens)) if (key.length > 6 && key.startsWith('=')) made.set(key, true)
	tries.set(ears, made)
	return made
}

/** A wrong letter stands seldom at the start or the end of a word. */
const isAlike = (key: string, other: string): boolean =>
	key[1] === other[1] && (other.length > 8 || key.at(-1) === other.at(-1))

/**
 * Finds the words of the list that a word of the query may be. A word that the list does not know is read again with a letter wrong, where
 * `isKnown` says of no other word that it is spelt so.
 */
export const findTokens = (
	ears: DangerEars,
	spellings: readonly string[],
	isKnown: (word: string) => boolean,
): Set<number> => {
	const found = new Set<number>()
	/** Says whether the word is surely one of the list. */
	const take = (keys: Iterable<string>): boolean => {
		let isSure = false
		for (const key of keys)
			for (const token of ears.tokens[key] ?? []) {
				found.add(token)
				isSure ||= isSureKey(key)
			}
		return isSure
	}
	if (take(spellings.flatMap((word) => [...getDangerKeys(word)]))) return found
	for (const word of spellings) {
		if (isKnown(word) || take(getNearKeys(word)) || word.length < 6) continue
		const near = [...getTrie(ears).fuzzyGet(`=${word}`, 1)].map(([key]) => key)
		take(near.filter((key) => isAlike(key, `=${word}`)))
	}
	return found
}

/** Words of a line; most are one word in small Latin letters, which reads as it stands. */
const readLine = (written: string): string[] =>
	/^[a-z1-9]+$/u.test(written) && !/(.)\1\1/u.test(written) ? [written] : readWords(written)

/** Keys that a word of the list is also heard by where it is spelt as nobody spells it. */
const getTokenNearKeys = (word: string): string[] => {
	const bones = getBones(word)
	const single = getSingle(word)
	return [
		...(bones.length >= leastSound ? [`c${bones}${word.length}`] : []),
		...(bones.length === 3 && isPlain(word) && word.length > 5 ? [`b${bones}${word.length - 1}`] : []),
		...(single === word ? [] : [`=${single}`]),
	]
}

/** Keys of a word of the list, of which one must be among those of a word that was asked. */
const getTokenKeys = (written: string): string[] => {
	const [word = ''] = readLine(written.replace(/^[~=]|\*$/gu, ''))
	if (written.endsWith('*')) {
		const bones = getBones(word)
		// A verb of Darija that ends so would begin others: kayhdd* is not kayhder.
		const single = /^(?:ka[tyn]|gha|mh|y)/u.test(word) ? word : word.replace(/(.)\1+/gu, '$1')
		const start = single === word ? [`p${word}`] : [`p${word}`, `p${single}`]
		return bones.length >= leastSound ? [...start, `q${bones}`] : start
	}
	if (written.startsWith('~')) {
		const sound = getSound(word)
		return sound.endsWith('ni') ? [`m${sound.slice(0, -2)}`] : [`v${sound}`, `m${sound}`]
	}
	const letters = isLatin(word) ? getLetters(word) : ''
	const own = [
		`=${word}`,
		...(letters.length >= leastSound ? [`d${letters}`] : []),
		...getTokenNearKeys(word),
	]
	if (written.startsWith('=')) return own
	const other = isLatin(word) ? getFrenchKey(word) : getSound(word)
	return other.length >= leastSound ? [...own, (isLatin(word) ? 'f' : 's') + other] : own
}

/** Reads the danger list. Throws on a line that names a list which is not there. */
export const openDangerBook = (book: DangerBook): DangerEars => {
	const ids = new Map<string, number>()
	const tokens: Record<string, number[]> = {}
	const places = new Map<string, number>()
	const parts: Step[][] = []
	const groups: number[][] = []
	const groupSigns: number[] = []
	const groupOf = new Map<string, number>()
	const written = new Map<string, Step>()
	const toToken = (word: string): Step => {
		const known = written.get(word) ?? makeToken(word)
		written.set(word, known)
		return known
	}
	const makeToken = (written: string): Step => {
		const keys = getTokenKeys(written)
		const name = keys.join(' ')
		const id = ids.get(name) ?? ids.size
		if (!ids.has(name)) for (const key of keys) (tokens[key] ??= []).push(id)
		ids.set(name, id)
		return id
	}
	const toGroup = (name: string): Step => {
		const lines = book.words[name]
		if (lines === undefined) throw new Error(`danger list: no words are called @${name}`)
		const known = groupOf.get(name)
		if (known !== undefined) return -1 - known
		const made = lines.split(',').map(toPart)
		groupOf.set(name, groups.push(made) - 1)
		groupSigns.push(toSign(`@${name}`))
		return -groups.length
	}
	const toSteps = (written: string): Step[] => {
		if (written.startsWith('@')) return [toGroup(written.slice(1))]
		return /^[~=]|\*$/u.test(written) ? [toToken(written)] : readLine(written).map(toToken)
	}
	const toPart = (written: string): number => {
		const text = written.trim()
		const known = places.get(text)
		if (known !== undefined) return known
		const made = parts.push(text.split(/\s+/u).flatMap(toSteps)) - 1
		places.set(text, made)
		return made
	}
	const toLines = (lines: readonly string[]): Line[] => lines.map((line) => line.split(' + ').map(toPart))
	return {
		hears: Object.entries(book.hears).map(([situations, lines]) => [situations.split(' '), toLines(lines)]),
		cries: toLines(book.cries),
		sayings: toLines(book.sayings),
		harmless: toLines(book.harmless),
		askers: {
			harmed: toLines(book.askers.harmed),
			child: toLines(book.askers.child),
			teen: toLines(book.askers.teen),
			adult: toLines(book.askers.adult),
			parent: toLines(book.askers.parent),
			teacher: toLines(book.askers.teacher),
			witness: toLines(book.askers.witness),
		},
		topics: book.topics,
		troubles: book.troubles,
		tokens,
		parts,
		groups,
		groupSigns,
		sense: book.sense,
	}
}

/** The list with its words and lines in order of letters: it says the same, and packs a kilobyte smaller. */
export const sortDangerBook = (book: DangerBook): DangerBook => {
	const sort = (lines: readonly string[]): string[] => [...lines].sort()
	const words = Object.entries(book.words).map(([name, lines]) => {
		const sorted = sort(lines.split(',').map((line) => line.trim()))
		return [name, sorted.join(',')]
	})
	const hears = Object.entries(book.hears).map(([situations, lines]) => [situations, sort(lines)])
	return {
		...book,
		words: Object.fromEntries(words) as DangerBook['words'],
		hears: Object.fromEntries(hears) as DangerBook['hears'],
		sayings: sort(book.sayings),
		harmless: sort(book.harmless),
	}
}
