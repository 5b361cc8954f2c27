import type { Reason, Status } from '../status.ts'

/** Outcome of a case, one for each: the furthest that was reached counts. */
export const outcomes = ['open', 'police', 'gone', 'host', 'answered', 'not-illegal', 'ended'] as const
type Outcome = (typeof outcomes)[number]

/** A case as its outcome sees it. `was`: every status that it has had. */
export type OutcomeOf = { status: Status; reason: Reason | null; was: readonly Status[] }

/** The outcome of a case: told to the police, gone from the net, its host told, then how it ended, or that it has not. */
export const toOutcome = ({ status, reason, was }: OutcomeOf): Outcome => {
	const has = (...some: Status[]): boolean => some.some((one) => one === status || was.includes(one))
	if (has('first-police')) return 'police'
	if (has('removed', 'unavailable')) return 'gone'
	if (has('notified', 'monitoring', 'moved')) return 'host'
	if (status === 'not-illegal') return 'not-illegal'
	if (status === 'duplicate') return 'ended'
	if (status !== 'closed') return 'open'
	if (reason === 'answered') return 'answered'
	return was.includes('not-illegal') ? 'not-illegal' : 'ended'
}
