/** What a reporter is promised, and whether it was kept. */

/** Hours within which somebody answers. The desk's clock of the first answer runs as long. */
export const promisedHours = 12

/** How a reporter's wait stands: nothing is due yet, the promised time has passed, or somebody has answered. */
const waits = ['running', 'late', 'answered'] as const
export type Wait = (typeof waits)[number]

/** True for one of {@link waits}. */
export const isWait = (value: unknown): value is Wait => (waits as readonly unknown[]).includes(value)

/**
 * How the wait stands. `filed` is the hour of the report, rounded down: an hour is given on top, so that nobody is told that
 * it is late before it is.
 */
export const getWait = (filed: Date | undefined, isAnswered: boolean, now: Date): Wait => {
	if (isAnswered) return 'answered'
	const hours = filed === undefined ? 0 : (now.getTime() - filed.getTime()) / 3_600_000
	return hours > promisedHours + 1 ? 'late' : 'running'
}
