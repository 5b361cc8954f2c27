/** Sheets by score: the index is the score. Nothing in it belongs to a pupil. */
export type Histogram = readonly number[]

/** Sheets, their mean and the sum of squares about it. */
export type Moments = { n: number; mean: number; squares: number }

/** Mean and squares of a histogram; of none, n is 0 and the mean is not a number. */
export const getMoments = (histogram: Histogram): Moments => {
	const n = histogram.reduce((sum, count) => sum + count, 0)
	const mean = histogram.reduce((sum, count, score) => sum + count * score, 0) / n
	const squares = histogram.reduce((sum, count, score) => sum + count * (score - mean) ** 2, 0)
	return { n, mean, squares }
}

/** Moments of several groups taken as one. */
export const pool = (groups: readonly Moments[]): Moments => {
	const n = groups.reduce((sum, group) => sum + group.n, 0)
	const mean = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / n
	const squares = groups.reduce((sum, group) => sum + group.squares + group.n * (group.mean - mean) ** 2, 0)
	return { n, mean, squares }
}
