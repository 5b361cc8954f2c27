/**
 * A draw that nobody can steer and everybody can repeat: a secret that was committed to, and a public value that came later.
 * Seed = SHA-256("thiqa/draw/v1" ‖ secret, 32 bytes ‖ SHA-256(value in UTF-8) ‖ SHA-256(list)). Words of 32 bits, the highest byte first, from
 * HMAC-SHA-256(seed, counter in 8 bytes from 0); uniform by rejection; Fisher-Yates within each stratum.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Something that is drawn: a label, and the stratum within which both arms get the same number. */
export type DrawEntry = { label: string; stratum: string }

/** One line each, `stratum<TAB>label`, sorted by code point, each ended by a line feed: what is hashed before the draw. */
export const writeList = (list: readonly DrawEntry[]): string =>
	list
		.map(({ label, stratum }) => `${stratum}\t${label}\n`)
		.sort((a, b) => (a < b ? -1 : 1))
		.join('')

/** SHA-256 of the list as {@link writeList} writes it. */
export const hashList = (list: readonly DrawEntry[]): Uint8Array => sha256(utf8ToBytes(writeList(list)))

/** The commitment that is published before the value is known, of a secret of 32 bytes. */
export const commitTo = (secret: Uint8Array): Uint8Array => sha256(secret)

/** The seed of a draw. @param value - the public value, as it was published */
export const makeSeed = (secret: Uint8Array, value: string, list: readonly DrawEntry[]): Uint8Array =>
	sha256(concatBytes(utf8ToBytes('thiqa/draw/v1'), secret, sha256(utf8ToBytes(value)), hashList(list)))

const wordsOf = function* (seed: Uint8Array): Generator<number, never> {
	for (let counter = 0; ; counter++) {
		const message = new Uint8Array(8)
		new DataView(message.buffer).setBigUint64(0, BigInt(counter))
		const block = new DataView(hmac(sha256, seed, message).buffer)
		for (let at = 0; at < 32; at += 4) yield block.getUint32(at)
	}
}

const makeDie = (seed: Uint8Array): ((sides: number) => number) => {
	const words = wordsOf(seed)
	return (sides) => {
		const limit = Math.floor(2 ** 32 / sides) * sides
		let word = words.next().value
		while (word >= limit) word = words.next().value
		return word % sides
	}
}

const shuffle = <Item>(items: readonly Item[], roll: (sides: number) => number): Item[] => {
	const shuffled = [...items]
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = roll(last + 1)
		const [a, b] = [shuffled[last], shuffled[other]]
		if (a !== undefined && b !== undefined) [shuffled[last], shuffled[other]] = [b, a]
	}
	return shuffled
}

/**
 * Draws half of each stratum. What is left over of odd strata is drawn together; one more than a half falls to either arm by one more word.
 *
 * @returns labels that get the lesson now, sorted by code point; the others wait
 */
export const drawHalf = (seed: Uint8Array, list: readonly DrawEntry[]): string[] => {
	const roll = makeDie(seed)
	const chosen: string[] = []
	const over: string[] = []
	const ofStratum = Map.groupBy(
		[...list].sort((a, b) => (`${a.stratum}\t${a.label}` < `${b.stratum}\t${b.label}` ? -1 : 1)),
		({ stratum }) => stratum,
	)
	for (const members of ofStratum.values()) {
		const shuffled = shuffle(
			members.map(({ label }) => label),
			roll,
		)
		const half = Math.floor(shuffled.length / 2)
		chosen.push(...shuffled.slice(0, half))
		over.push(...shuffled.slice(half * 2))
	}
	const mixed = shuffle(over, roll)
	const half = Math.floor(mixed.length / 2) + (mixed.length % 2 === 1 ? roll(2) : 0)
	return [...chosen, ...mixed.slice(0, half)].sort((a, b) => (a < b ? -1 : 1))
}

/** Other draws of the same list that could have been, for a test by permutation: draw `k` has the seed SHA-256(seed ‖ k in 8 bytes). */
export const drawOthers = function* (
	seed: Uint8Array,
	list: readonly DrawEntry[],
	count: number,
): Generator<string[]> {
	for (let k = 1; k <= count; k++) {
		const number = new Uint8Array(8)
		new DataView(number.buffer).setBigUint64(0, BigInt(k))
		yield drawHalf(sha256(concatBytes(seed, number)), list)
	}
}
