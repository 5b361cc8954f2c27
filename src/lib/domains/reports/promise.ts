import { hour } from '#base'

/** The promise to a reporter, and whether it was kept. */

/** Hours within which somebody answers. The desk's clock of the first answer runs as long. */
export const promisedHours = 12

/** State of a reporter's wait: nothing is due yet, the promised time has passed, or somebody has answered. */
const waits = ['running', 'late', 'answered'] as const
export type Wait = (typeof waits)[number]

/** True for one of {@link waits}. */
export const isWait = (value: unknown): value is Wait => (waits as readonly unknown[]).includes(value)

/** Gives the moment at which the answer to a report of some moment is due. */
export type GetAnswerDue = (filed: Date) => Date

/** For a desk where somebody is day and night. */
export const dayAndNight: GetAnswerDue = (filed) => new Date(filed.getTime() + promisedHours * hour)

type Waiting = { filed: Date | undefined; isAnswered: boolean; now: Date }

/**
 * Gives the state of the wait. `filed` is the hour of the report, rounded down: an hour is given on top, so that nobody is told that
 * it is late before it is. The same is worked out for a mailbox that is none.
 */
export const getWait = ({ filed, isAnswered, now }: Waiting, getDue: GetAnswerDue = dayAndNight): Wait => {
	const due = getDue(new Date((filed ?? now).getTime() + hour))
	if (isAnswered) return 'answered'
	return now > due ? 'late' : 'running'
}
