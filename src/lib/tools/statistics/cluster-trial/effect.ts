/**
 * Effect of a lesson given to whole classes. Classes, not pupils, are what is compared: pupils taken as independent would find
 * effects that are none (24 % false alarms at ρ .063 and 30 pupils a class). Sources: Hayes and Moulton, Cluster Randomised
 * Trials, 2017 (analysis by cluster); Hedges 1981 (correction of small samples); Donner and Klar 2000 (ICC by analysis of variance).
 */
import { getTQuantile, getTwoSidedP } from './student-t.ts'
import { getMoments, pool, type Histogram } from './histogram.ts'
import { fitLeastSquares } from './least-squares.ts'

/** One class: whether it had the lesson, and its sheets before and after. */
export type Class = { hadLesson: boolean; before: Histogram; after: Histogram }

export type Effect = {
	/** Difference of the class means after, adjusted for the class means before; in points of the form. */
	difference: number
	error: number
	degrees: number
	/** Two-sided, by t. */
	p: number
	/** Difference in standard deviations of pupils, corrected for small samples, with the ends of its interval. */
	smd: number
	low: number
	high: number
	/** Share of the variance that lies between classes, within arms; may be below 0. */
	icc: number
	classes: number
	sheets: number
}

type Arm = ReturnType<typeof getMoments>[]

const toArms = (classes: readonly Class[]): [Arm, Arm] => {
	const of = (had: boolean): Arm =>
		classes.filter(({ hadLesson }) => hadLesson === had).map(({ after }) => getMoments(after))
	return [of(true), of(false)]
}

const getIcc = (arms: readonly Arm[]): number => {
	const classes = arms.flat()
	const n = classes.reduce((sum, one) => sum + one.n, 0)
	const between = arms.reduce((sum, arm) => {
		const { mean } = pool(arm)
		return sum + arm.reduce((part, one) => part + one.n * (one.mean - mean) ** 2, 0)
	}, 0)
	const within = classes.reduce((sum, one) => sum + one.squares, 0)
	const free = classes.length - arms.length
	const size =
		arms.reduce((sum, arm) => {
			const total = pool(arm).n
			return sum + total - arm.reduce((part, one) => part + one.n ** 2, 0) / total
		}, 0) / free
	const [msb, msw] = [between / free, within / (n - classes.length)]
	return (msb - msw) / (msb + (size - 1) * msw)
}

/** Columns of the fit: a constant, the arm, and the mean before. */
const fitClasses = (classes: readonly Class[]) =>
	fitLeastSquares(
		[
			classes.map(() => 1),
			classes.map(({ hadLesson }) => (hadLesson ? 1 : 0)),
			classes.map(({ before }) => getMoments(before).mean),
		],
		classes.map(({ after }) => getMoments(after).mean),
	)

/**
 * The effect on one outcome.
 *
 * @param confidence - of the interval, as 0.95
 * @returns `undefined` with fewer than 2 classes an arm, a class without sheets, or no variance before
 */
export const getEffect = (classes: readonly Class[], confidence = 0.95): Effect | undefined => {
	const arms = toArms(classes)
	const isEmpty = classes.some(({ before, after }) => getMoments(before).n === 0 || getMoments(after).n === 0)
	if (isEmpty || arms.some((arm) => arm.length < 2)) return undefined
	const fit = fitClasses(classes)
	const [difference, error] = [fit?.coefficients[1], fit?.errors[1]]
	if (!fit || difference === undefined || error === undefined) return undefined
	const [lesson, wait] = [pool(arms[0]), pool(arms[1])]
	const sheets = lesson.n + wait.n
	const deviation = Math.sqrt((lesson.squares + wait.squares) / (sheets - 2))
	const scale = (1 - 3 / (4 * sheets - 9)) / deviation
	const reach = getTQuantile((1 + confidence) / 2, fit.degrees) * error
	return {
		difference,
		error,
		degrees: fit.degrees,
		p: getTwoSidedP(difference / error, fit.degrees),
		smd: difference * scale,
		low: (difference - reach) * scale,
		high: (difference + reach) * scale,
		icc: getIcc(arms),
		classes: classes.length,
		sheets,
	}
}

const dot = (a: readonly number[], b: readonly number[]): number =>
	a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

/** The rest of a column beside a constant and one other column. */
const makeResidual = (column: readonly number[]): ((of: readonly number[]) => number[]) => {
	const n = column.length
	const mean = column.reduce((sum, value) => sum + value, 0) / n
	const centred = column.map((value) => value - mean)
	const square = dot(centred, centred)
	return (of) => {
		const own = of.reduce((sum, value) => sum + value, 0) / n
		const share = dot(centred, of) / square
		return of.map((value, index) => value - own - share * (centred[index] ?? 0))
	}
}

/**
 * p of a difference by permutation: the share of other draws, made by the same algorithm, that give a statistic as large. The
 * statistic is that of {@link getEffect}, worked out from what the mean before leaves of arm and mean after (theorem of Frisch, Waugh and Lovell).
 *
 * @param draws - arms of the same classes, in the same order, each by a draw that could have been
 */
export const getPermutationP = (
	classes: readonly Class[],
	draws: Iterable<readonly boolean[]>,
): number | undefined => {
	if (!fitClasses(classes)) return undefined
	const residualOf = makeResidual(classes.map(({ before }) => getMoments(before).mean))
	const after = residualOf(classes.map((one) => getMoments(one.after).mean))
	const [whole, degrees] = [dot(after, after), classes.length - 3]
	const getStatistic = (arms: readonly boolean[]): number => {
		const arm = residualOf(arms.map(Number))
		const square = dot(arm, arm)
		const difference = dot(arm, after) / square
		const rest = Math.max(0, whole - difference ** 2 * square)
		return square < 1e-9 ? 0 : Math.abs(difference) / Math.sqrt(rest / degrees / square)
	}
	const seen = getStatistic(classes.map(({ hadLesson }) => hadLesson))
	let [count, asLarge] = [1, 1]
	for (const arms of draws) {
		count++
		if (getStatistic(arms) >= seen - 1e-9 * seen) asLarge++
	}
	return asLarge / count
}

/** Holm's correction of several p, in their order. Source: Holm 1979. */
export const correctByHolm = (ps: readonly number[]): number[] => {
	const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p)
	const corrected = [...ps]
	let least = 0
	order.forEach(({ p, index }, rank) => {
		least = Math.max(least, Math.min(1, p * (ps.length - rank)))
		corrected[index] = least
	})
	return corrected
}
