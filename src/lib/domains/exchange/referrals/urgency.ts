/** Urgency of a referral, and what it means in time: when a partner should have answered, when we try again, when a person is told. */
import { day, hour, minute } from '#base'

export const urgencyLevels = ['normal', 'high', 'imminent-risk'] as const
export type UrgencyLevel = (typeof urgencyLevels)[number]

/** The same words as the signed channel has them. */
export const wireUrgencies = ['normal', 'high', 'imminent'] as const
type WireUrgency = (typeof wireUrgencies)[number]

export const toWireUrgency = (urgency: UrgencyLevel): WireUrgency =>
	urgency === 'imminent-risk' ? 'imminent' : urgency
export const fromWireUrgency = (urgency: WireUrgency): UrgencyLevel =>
	urgency === 'imminent' ? 'imminent-risk' : urgency

/** Milliseconds from the moment it is queued. `acknowledge`: a receipt or a word; `outcome`: what they have done. */
const clocks: Readonly<Record<UrgencyLevel, { acknowledge: number; outcome: number }>> = {
	normal: { acknowledge: day, outcome: 7 * day },
	high: { acknowledge: 4 * hour, outcome: 3 * day },
	'imminent-risk': { acknowledge: hour, outcome: day },
}

export const getDeadlines = (
	urgency: UrgencyLevel,
	from: Date,
): { acknowledgeBy: Date; outcomeBy: Date } => ({
	acknowledgeBy: new Date(from.getTime() + clocks[urgency].acknowledge),
	outcomeBy: new Date(from.getTime() + clocks[urgency].outcome),
})

/** Milliseconds for which any message is tried at most. */
export const longestTry = Math.max(...urgencyLevels.map((urgency) => clocks[urgency].outcome))

/** Milliseconds after each failed try; the last one again and again. */
const pauses = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour] as const

/**
 * When a message is tried again after so many failures; `undefined` when that would be after its deadline: it is a dead letter then, and a
 * person is told.
 *
 * @param failures - 1 after the first
 */
export const findNextTry = (failures: number, failedAt: Date, deadline: Date): Date | undefined => {
	const pause = pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] ?? 6 * hour
	const next = new Date(failedAt.getTime() + pause)
	return next <= deadline ? next : undefined
}

/** True when a person is told of this failure: the second one of what is urgent. A dead letter is told of in any case. */
export const tellsPerson = (urgency: UrgencyLevel, failures: number): boolean =>
	urgency !== 'normal' && failures === 2
