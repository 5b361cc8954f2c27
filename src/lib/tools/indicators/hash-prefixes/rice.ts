/** Golomb-Rice coding of ascending numbers by their distances (https://developers.google.com/safe-browsing/v4/compression). */

/** Numbers from 0 to 2^32 - 1. */
export type RiceCoded = {
	firstValue: number
	/** Bits of the rest, from 2 to 28; 0 when there are no entries. */
	riceParameter: number
	/** Numbers beside the first. */
	numEntries: number
	encodedData: Uint8Array
}

const [leastBits, mostBits] = [2, 28]

const countBits = (deltas: readonly number[], parameter: number): number =>
	deltas.reduce((bits, delta) => bits + Math.floor(delta / 2 ** parameter) + 1 + parameter, 0)

/** The parameter that makes these distances shortest: near the logarithm of their mean. */
const chooseParameter = (deltas: readonly number[]): number => {
	const mean = deltas.reduce((sum, delta) => sum + delta, 0) / deltas.length
	const near = Math.floor(Math.log2(Math.max(mean, 1)))
	const candidates = [near - 1, near, near + 1].map((bits) => Math.min(mostBits, Math.max(leastBits, bits)))
	return candidates.reduce((best, one) => (countBits(deltas, one) < countBits(deltas, best) ? one : best))
}

/** Codes ascending numbers, at least one. Within a byte the lowest bit comes first. */
export const encodeRice = (values: ArrayLike<number>): RiceCoded => {
	const firstValue = values[0] ?? 0
	const deltas = Array.from(
		{ length: Math.max(0, values.length - 1) },
		(_, at) => (values[at + 1] ?? 0) - (values[at] ?? 0),
	)
	if (deltas.length === 0)
		return { firstValue, riceParameter: 0, numEntries: 0, encodedData: new Uint8Array() }
	const riceParameter = chooseParameter(deltas)
	const encodedData = new Uint8Array(Math.ceil(countBits(deltas, riceParameter) / 8))
	let place = 0
	const put = (bit: number) => {
		if (bit === 1) encodedData[place >> 3] = (encodedData[place >> 3] ?? 0) | (1 << (place & 7))
		place++
	}
	for (const delta of deltas) {
		for (let quotient = Math.floor(delta / 2 ** riceParameter); quotient > 0; quotient--) put(1)
		put(0)
		for (let bit = 0; bit < riceParameter; bit++) put((delta >>> bit) & 1)
	}
	return { firstValue, riceParameter, numEntries: deltas.length, encodedData }
}

/** Reads distances until as many are read as announced; `undefined` when the bits end before, or a byte is left over. */
const readDeltas = ({ riceParameter, numEntries, encodedData }: RiceCoded): number[] | undefined => {
	const end = encodedData.length * 8
	let place = 0
	const take = (): number => {
		const bit = ((encodedData[place >> 3] ?? 0) >> (place & 7)) & 1
		place++
		return bit
	}
	const deltas: number[] = []
	while (deltas.length < numEntries) {
		let delta = 0
		while (place < end && take() === 1) delta += 2 ** riceParameter
		for (let bit = 0; bit < riceParameter; bit++) delta += take() * 2 ** bit
		if (place > end) return undefined
		deltas.push(delta)
	}
	return end - place < 8 ? deltas : undefined
}

/** The numbers again; `undefined` for what {@link encodeRice} would not write. */
export const decodeRice = (coded: RiceCoded): number[] | undefined => {
	const deltas = readDeltas(coded)
	if (!deltas) return undefined
	let value = coded.firstValue
	return [value, ...deltas.map((delta) => (value += delta))]
}
