/**
 * Student's t distribution. Source: NIST Digital Library of Mathematical Functions, 8.17 (incomplete beta function, continued
 * fraction 8.17.22, evaluated by Lentz's method) and 5.11 (Lanczos' approximation of ln Γ, g = 7). Relative error below 1e-12
 * for the degrees of freedom that trials have.
 */
const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0. */
const logGamma = (x: number): number => {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
	const series = lanczos.reduce((sum, c, index) => sum + (index === 0 ? c : c / (x - 1 + index)), 0)
	const t = x + 6.5
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series)
}

const tiny = 1e-300
const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value)

/** The continued fraction of the incomplete beta function, by Lentz. */
const betaFraction = (x: number, a: number, b: number): number => {
	let [c, d] = [1, 1 / away(1 - ((a + b) * x) / (a + 1))]
	let fraction = d
	for (let m = 1; m <= 500; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
		d = 1 / away(1 + even * d)
		c = away(1 + even / c)
		fraction *= d * c
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
		d = 1 / away(1 + odd * d)
		c = away(1 + odd / c)
		fraction *= d * c
		if (Math.abs(d * c - 1) < 1e-16) break
	}
	return fraction
}

/** Regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1; `rest` is 1 − x, which has no digits left when it is reckoned from an x near 1. */
const incompleteBeta = ({ x, rest }: { x: number; rest: number }, a: number, b: number): number => {
	if (x <= 0) return 0
	if (rest <= 0) return 1
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
	return x < (a + 1) / (a + b + 2)
		? (front * betaFraction(x, a, b)) / a
		: 1 - (front * betaFraction(rest, b, a)) / b
}

/**
 * P(|T| ≥ |t|): the two-sided p of a statistic.
 *
 * @param degrees - degrees of freedom, above 0
 */
export const getTwoSidedP = (t: number, degrees: number): number => {
	const sum = degrees + t * t
	return incompleteBeta({ x: degrees / sum, rest: (t * t) / sum }, degrees / 2, 0.5)
}

/** P(T ≤ t). */
export const getTProbability = (t: number, degrees: number): number => {
	const tail = getTwoSidedP(t, degrees) / 2
	return t < 0 ? tail : 1 - tail
}

/** The t that P(T ≤ t) = `probability` holds for, 0 < probability < 1; by bisection of the upper tail, to the last bits. */
export const getTQuantile = (probability: number, degrees: number): number => {
	if (probability < 0.5) return -getTQuantile(1 - probability, degrees)
	const tail = 2 * (1 - probability)
	let high = 1
	while (getTwoSidedP(high, degrees) > tail) high *= 2
	let low = 0
	for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
		const middle = (low + high) / 2
		if (getTwoSidedP(middle, degrees) > tail) low = middle
		else high = middle
	}
	return (low + high) / 2
}
