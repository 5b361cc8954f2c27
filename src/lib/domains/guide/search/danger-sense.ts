import { getSound } from './danger-keys.ts'

/**
 * How much each sign of a query speaks for danger, and for which situation: learned from examples by `scripts/learn-danger.ts`, which
 * also says of any query which of its signs spoke. It hears what no line of the list says, and doubts a line that is said by chance.
 */
export type DangerSense = {
	/** Weights of danger as a whole. */
	danger: SenseTable
	/** Weights of each situation, in this order: its weights stand side by side in every place of the table. */
	names: readonly string[]
	named: SenseTable
}

/** Weights in 2 ^ `bits` places, `step` each, as letters: how many places are left out before each weight, and the weight. */
export type SenseTable = {
	bits: number
	step: number
	biases: readonly number[]
	gaps: string
	weights: string
}

/** Signs of a query: numbers that stand for words, pieces of words, and lists of the danger list that are said, alone and two by two. */
export type Signs = {
	/** Words and lists. */
	whole: readonly number[]
	/** Everything. */
	all: readonly number[]
}

/** Scores of a query: above 0 is likelier danger than not; situations with how likely each is by itself, likeliest first. */
export type Sensed = { danger: number; named: readonly { name: string; voice: number }[] }

const seed = 2_166_136_261
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 16_777_619)
/** Spreads a number over all its bits. */
const finish = (hash: number): number => {
	const mixed = Math.imul(hash ^ (hash >>> 15), 2_246_822_519)
	return (mixed ^ (mixed >>> 13)) >>> 0
}

/** The number of a word or of the name of a list (`@hit`). */
export const toSign = (text: string): number => {
	let hash = seed
	for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at))
	return finish(hash)
}

const shortest = 3
const longest = 4

/** Adds the numbers of all pieces of three and four sounds of a word. */
const addPieces = (word: string, into: Set<number>): void => {
	for (let from = 0; from < word.length; from++) {
		let hash = seed
		for (let at = from; at < Math.min(from + longest, word.length); at++) {
			hash = step(hash, word.charCodeAt(at))
			if (at - from + 1 >= shortest) into.add(finish(hash))
		}
	}
}

/** The number of two lists that are both said, whichever comes first. */
export const toPairSign = (one: number, other: number): number =>
	finish(step(step(seed, Math.min(one, other)), Math.max(one, other)))

/** The sounds of a word between a mark of its start and one of its end. */
export const toSounds = (word: string): string => `<${getSound(word) || word}>`

/** Signs of a query of these words in which these lists are said. */
export const getSigns = (words: readonly string[], lists: readonly number[]): Signs => {
	const whole = new Set(lists)
	const all = new Set(lists)
	for (const word of words) {
		const sounds = toSounds(word)
		const sign = toSign(sounds)
		whole.add(sign)
		all.add(sign)
		addPieces(sounds, all)
	}
	lists.forEach((one, at) => {
		for (const other of lists.slice(at + 1)) all.add(toPairSign(one, other))
	})
	return { whole: [...whole], all: [...all] }
}

const first = 48
const none = 80
const longestGap = 61

/** Writes weights down, as whole steps, in letters that pack well. */
export const packTable = (weights: Readonly<Int8Array>): Pick<SenseTable, 'gaps' | 'weights'> => {
	let [gaps, letters, gap] = ['', '', 0]
	for (const weight of weights) {
		if (weight === 0) {
			gap++
			continue
		}
		gaps += '~'.repeat(Math.floor(gap / longestGap)) + String.fromCharCode(first + (gap % longestGap))
		letters += String.fromCharCode(none + weight)
		gap = 0
	}
	return { gaps, weights: letters }
}

const tables = new WeakMap<SenseTable, Int8Array>()

const unpackTable = (table: SenseTable): Int8Array => {
	const known = tables.get(table)
	if (known) return known
	const made = new Int8Array(table.biases.length << table.bits)
	let [place, at] = [0, 0]
	for (const letter of table.gaps) {
		if (letter === '~') {
			place += longestGap
			continue
		}
		place += letter.charCodeAt(0) - first
		made[place++] = table.weights.charCodeAt(at++) - none
	}
	tables.set(table, made)
	return made
}

/** Places of signs in a table of 2 ^ `bits`. */
export const getPlaces = (signs: readonly number[], bits: number): number[] => [
	...new Set(signs.map((sign) => sign & ((1 << bits) - 1))),
]

/* oxlint-disable typescript/no-non-null-assertion -- every place lies within the table, and each sum has its bias */
const weigh = (table: SenseTable, signs: readonly number[]): number[] => {
	const weights = unpackTable(table)
	const places = getPlaces(signs, table.bits)
	const scale = table.step / Math.sqrt(places.length || 1)
	const { biases } = table
	const sums = biases.map(() => 0)
	for (const place of places)
		for (let at = 0; at < sums.length; at++) sums[at]! += weights[place * sums.length + at]!
	return sums.map((sum, at) => biases[at]! + sum * scale)
}
/* oxlint-enable typescript/no-non-null-assertion */

/** Weighs the signs of a query. */
export const sense = ({ danger, names, named }: DangerSense, signs: Signs): Sensed => {
	const voices = weigh(named, signs.whole)
	const order = names.map((name, at) => ({ name, voice: voices[at] ?? 0 })).sort((a, b) => b.voice - a.voice)
	return { danger: weigh(danger, signs.all)[0] ?? 0, named: order }
}
