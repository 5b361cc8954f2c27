/**
 * Exact draws of the discrete Laplace distribution with whole numbers only: Canonne, Kamath and Steinke, "The Discrete Gaussian for
 * Differential Privacy" (2020), algorithms 1 and 2. No number with a point takes part, whose last bits would tell the value under the noise
 * (Mironov, 2012).
 */

/** A random whole number from 0 to 2^32 - 1, each alike. */
export type DrawWord = () => number

const words = 2 ** 32

/** From 0 to `below` - 1, each alike: what would favour the small ones is drawn again. */
const drawBelow = (below: number, draw: DrawWord): number => {
	const limit = words - (words % below)
	for (let word = draw(); ; word = draw()) if (word < limit) return word % below
}

/** True with probability e^(-over/under), for 0 <= over <= under (algorithm 1). */
const isKept = (over: number, under: number, draw: DrawWord): boolean => {
	let turns = 1
	while (drawBelow(under * turns, draw) < over) turns++
	return turns % 2 === 1
}

/**
 * A source of noise X with P(X = x) = (1 - e^(-1/t)) / (1 + e^(-1/t)) * e^(-|x|/t).
 *
 * @param t - scale, a whole number from 1 to 1,000,000
 * @throws RangeError for any other scale
 */
export const createDiscreteLaplace = (t: number, draw: DrawWord): (() => number) => {
	if (!Number.isInteger(t) || t < 1 || t > 1_000_000)
		throw new RangeError('drawing noise: wanted a whole scale from 1 to 1,000,000')
	return () => {
		for (;;) {
			const rest = drawBelow(t, draw)
			if (!isKept(rest, t, draw)) continue
			let whole = 0
			while (isKept(1, 1, draw)) whole++
			const size = rest + t * whole
			const isNegative = drawBelow(2, draw) === 1
			// There is one zero, not two.
			if (!isNegative || size > 0) return isNegative ? -size : size
		}
	}
}
