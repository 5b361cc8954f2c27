/** Two-sample Kolmogorov-Smirnov test: do two lists of numbers come from the same source? */

/** The largest distance between the two lists' shares of values up to any value. */
const getDistance = (a: readonly number[], b: readonly number[]): number => {
	const [left, right] = [[...a].sort((x, y) => x - y), [...b].sort((x, y) => x - y)]
	let [i, j, most] = [0, 0, 0]
	while (i < left.length && j < right.length) {
		const value = Math.min(left[i] ?? 0, right[j] ?? 0)
		while (i < left.length && (left[i] ?? 0) <= value) i += 1
		while (j < right.length && (right[j] ?? 0) <= value) j += 1
		most = Math.max(most, Math.abs(i / left.length - j / right.length))
	}
	return most
}

/** The chance that two lists of one source are as far apart as these: small, and they are told apart. Asymptotic, for lists of 50 and more. */
export const getSameness = (a: readonly number[], b: readonly number[]): number => {
	const root = Math.sqrt((a.length * b.length) / (a.length + b.length))
	const lambda = (root + 0.12 + 0.11 / root) * getDistance(a, b)
	let sum = 0
	for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda)
	return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, 2 * sum))
}
