/** A fit of y = Xβ + e: coefficients, their standard errors, and the degrees of freedom that are left. */
export type Fit = { coefficients: number[]; errors: number[]; degrees: number }

const dot = (a: readonly number[], b: readonly number[]): number =>
	a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

/** Columns made orthogonal one after the other, twice for rounding, with the coefficients that do it. Source: modified Gram-Schmidt, Björck 1967. */
const orthogonalise = (columns: readonly (readonly number[])[]) => {
	const q: number[][] = []
	const r = columns.map(() => columns.map(() => 0))
	columns.forEach((column, j) => {
		let rest = [...column]
		for (let pass = 0; pass < 2; pass++)
			q.forEach((unit, i) => {
				const share = dot(unit, rest)
				const row = r[i]
				if (row) row[j] = (row[j] ?? 0) + share
				rest = rest.map((value, index) => value - share * (unit[index] ?? 0))
			})
		const length = Math.sqrt(dot(rest, rest))
		const row = r[j]
		if (row) row[j] = length
		q.push(rest.map((value) => value / length))
	})
	return {
		q,
		r,
		isSingular: r.some(
			(row, j) => !((row[j] ?? 0) > 1e-10 * Math.sqrt(dot(columns[j] ?? [], columns[j] ?? []))),
		),
	}
}

/** Solves R x = b for an upper triangle. */
const solveUpper = (r: readonly (readonly number[])[], b: readonly number[]): number[] => {
	const x = b.map(() => 0)
	for (let i = b.length - 1; i >= 0; i--) {
		const known = x.reduce((sum, value, j) => (j > i ? sum + (r[i]?.[j] ?? 0) * value : sum), 0)
		x[i] = ((b[i] ?? 0) - known) / (r[i]?.[i] ?? 1)
	}
	return x
}

/**
 * Least squares.
 *
 * @param columns - of X, each as long as y; a constant is a column of ones
 * @returns `undefined` when columns depend on each other or no degree of freedom is left
 */
export const fitLeastSquares = (
	columns: readonly (readonly number[])[],
	y: readonly number[],
): Fit | undefined => {
	const degrees = y.length - columns.length
	if (degrees < 1) return undefined
	const { q, r, isSingular } = orthogonalise(columns)
	if (isSingular) return undefined
	const coefficients = solveUpper(
		r,
		q.map((unit) => dot(unit, y)),
	)
	const residuals = y.map((value, row) =>
		columns.reduce((rest, column, j) => rest - (column[row] ?? 0) * (coefficients[j] ?? 0), value),
	)
	const variance = dot(residuals, residuals) / degrees
	const inverse = columns.map((_, j) =>
		solveUpper(
			r,
			columns.map((__, i) => (i === j ? 1 : 0)),
		),
	)
	const errors = columns.map((_, i) =>
		Math.sqrt(variance * inverse.reduce((sum, column) => sum + (column[i] ?? 0) ** 2, 0)),
	)
	return { coefficients, errors, degrees }
}
