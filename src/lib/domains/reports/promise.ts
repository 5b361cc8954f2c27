import { hour } from '#base'

/** What a reporter is promised, and whether it was kept. */

/** Hours within which somebody answers. The desk's clock of the first answer runs as long. */
export const promisedHours = 12

/** How a reporter's wait stands: nothing is due yet, the promised time has passed, or somebody has answered. */
const waits = ['running', 'late', 'answered'] as const
export type Wait = (typeof waits)[number]

/** True for one of {@link waits}. */
export const isWait = (value: unknown): value is Wait => (waits as readonly unknown[]).includes(value)

/** When the answer to what came at a moment is due. */
export type GetAnswerDue = (filed: Date) => Date

/** Of a desk where somebody is day and night. */
export const dayAndNight: GetAnswerDue = (filed) => new Date(filed.getTime() + promisedHours * hour)

type Waiting = { filed: Date | undefined; isAnswered: boolean; now: Date }

/**
 * How the wait stands. `filed` is the hour of the report, rounded down: an hour is given on top, so that nobody is told that
 * it is late before it is. The same is worked out for a mailbox that is none.
 */
export const getWait = ({ filed, isAnswered, now }: Waiting, getDue: GetAnswerDue = dayAndNight): Wait => {
	const due = getDue(new Date((filed ?? now).getTime() + hour))
	if (isAnswered) return 'answered'
	return now > due ? 'late' : 'running'
}
