/** The MinHash signature (Broder 1997) of a text over its shingles: alike for texts of mostly the same words. */
import { splitWords } from '#tools/script/arabizi'
import { defangText } from '#tools/inspect/defang'

/** Rows of a band that must all be the same, and bands: two texts that share half of their words meet in one, mostly. */
const rows = 4
const bands = 16

/** Fewer words say too little to call two reports the same. */
const leastWords = 5
/** Most words of a text that are compared: the first ones. */
const mostWords = 2_000

/**
 * The words of a text and its pairs of neighbours, as they are compared: without case, marks, invisible characters and
 * addresses, which have their own comparison.
 */
export const toShingles = (text: string): ReadonlySet<string> => {
	const plain = defangText(text.slice(0, 40_000))
		.split(/\s+/u)
		.filter((word) => !word.includes('[.]'))
	const words = splitWords(plain.join(' ')).slice(0, mostWords)
	if (words.length < leastWords) return new Set()
	return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])
}

/** Computes the Jaccard similarity of two texts, from 0 to 1. */
export const getJaccardSimilarity = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
	if (one.size === 0 || other.size === 0) return 0
	let shared = 0
	for (const shingle of one) if (other.has(shingle)) shared++
	return shared / (one.size + other.size - shared)
}

/** Hashes a word to 32 bits: FNV-1a with an avalanche finaliser. */
const hashWord = (text: string): number => {
	let hash = 0x811c9dc5
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
	hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
	return (hash ^ (hash >>> 15)) >>> 0
}

/** The permutations of MinHash: odd factors and addends, one pair for each of the rows, the same in every browser. */
const permutations: readonly (readonly [factor: number, addend: number])[] = Array.from(
	{ length: rows * bands },
	(_, at) => [hashWord(`factor ${at}`) | 1, hashWord(`addend ${at}`)] as const,
)

/**
 * The MinHash signature of a text, in bands for locality-sensitive hashing. Two texts that have one of them in common probably say
 * the same. Empty for a text of fewer than five words.
 */
export const toMinHashSignature = (shingles: ReadonlySet<string>): string[] => {
	if (shingles.size === 0) return []
	const numbers = Array.from(shingles, hashWord)
	const least = permutations.map(([factor, addend]) => {
		let smallest = 0xffffffff
		for (const number of numbers) {
			const permuted = (Math.imul(number, factor) + addend) >>> 0
			const mixed = (permuted ^ (permuted >>> 13)) >>> 0
			if (mixed < smallest) smallest = mixed
		}
		return smallest
	})
	return Array.from({ length: bands }, (_, band) =>
		[band, ...least.slice(band * rows, (band + 1) * rows)].join('.'),
	)
}
