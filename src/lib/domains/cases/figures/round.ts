/**
 * Publishes a number of cases and their times. Every number is rounded down to the ten by itself, so that no
 * sum and no other number of the page says more about it than its own ten does.
 */

/** The smallest number of cases that is ever printed, and the step of all others. */
export const leastShown = 10

/** A number of cases as it is printed: "120" stands for 120 to 129; `null` for fewer than {@link leastShown}. */
export type PublicCount = number | null

/** Rounds down to the ten; zero is "fewer than ten" as well: "none" says something about a small group too. */
export const toPublicCount = (count: number): PublicCount =>
	count < leastShown ? null : Math.floor(count / leastShown) * leastShown

/** Whole hours within which half, and nine in ten, of the cases had a step; `null` where too few stand on either side. */
export type PublicTimes = { median: number | null; p90: number | null }

/**
 * Median and 90th percentile of waiting times in hours. Each is shown only when {@link leastShown} cases at least were
 * quicker and as many slower, so that it is never the time of one who can be found: 21 cases for the first, 100 for the second.
 */
export const toPublicTimes = (hours: readonly number[]): PublicTimes => {
	const sorted = hours.toSorted((a, b) => a - b)
	const at = (share: number): number | null => {
		const rank = Math.ceil(share * sorted.length)
		if (rank - 1 < leastShown || sorted.length - rank < leastShown) return null
		return Math.ceil(sorted[rank - 1] ?? 0)
	}
	return { median: at(0.5), p90: at(0.9) }
}
