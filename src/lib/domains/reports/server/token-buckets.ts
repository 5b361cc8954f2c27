import { budgets, fillBucket, modes, takeToken, type Budget, type Mode } from './flood.ts'

/**
 * One token bucket in memory for each way in which reports arrive, shared by all who send.
 *
 * @param limits - other budgets than ours, for measuring
 */
export const createTokenBuckets = (
	limits: Readonly<Record<Mode, Budget>> = budgets,
	now = new Date(),
): { isOver: (mode: Mode, now: Date) => boolean } => {
	const buckets = new Map(modes.map((mode) => [mode, fillBucket(limits[mode], now)]))
	return {
		isOver: (mode, at) => {
			const { bucket, isOver } = takeToken(
				buckets.get(mode) ?? fillBucket(limits[mode], at),
				limits[mode],
				at,
			)
			buckets.set(mode, bucket)
			return isOver
		},
	}
}
