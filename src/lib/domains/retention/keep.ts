/** Retention of a case: how long it is kept, and what stops its end. */
import { day } from '#base'
import { daysUntilForgotten } from '#domains/cases/queue'
import { isEnded, type Category, type Reason, type Status } from '#domains/cases'

/**
 * Days that a case stays after its last step, set by the operator from its legal basis. Spam that nobody opened and what is
 * not illegal have limits of the house; the longest of the others is what the operator's authority has allowed.
 */
export type RetentionSchedule = {
	spam: number
	notIllegal: number
	/** After a case was closed. */
	closed: number
	/** For categories that are kept otherwise. */
	closedByCategory: Readonly<Partial<Record<Category, number>>>
	/** An open case without any step for so long counts as forgotten, whatever its clocks; it is not deleted by itself. */
	forgotten: number
}

/** Limits until an operator has set its own: the shortest that still lets a reporter write again. */
export const defaultSchedule: RetentionSchedule = {
	spam: 30,
	notIllegal: 90,
	closed: 180,
	closedByCategory: {},
	forgotten: daysUntilForgotten,
}

/**
 * The schedule of an operator. Spam and what is not illegal go no later than the house says; when an open case counts as
 * forgotten is the house's alone.
 */
export const toSchedule = (wanted: Partial<Omit<RetentionSchedule, 'forgotten'>>): RetentionSchedule => ({
	...defaultSchedule,
	...wanted,
	spam: Math.min(wanted.spam ?? defaultSchedule.spam, defaultSchedule.spam),
	notIllegal: Math.min(wanted.notIllegal ?? defaultSchedule.notIllegal, defaultSchedule.notIllegal),
})

export type KeptCase = {
	status: Status
	category: Category | undefined
	reason: Reason | undefined
	/** Last step. */
	changed: Date
	/** Somebody asked to keep it and a second person agreed. */
	isHeld: boolean
}

/** Finds when a case is to be erased; `undefined` while it is open or held. */
export const getErasureDay = (kept: KeptCase, schedule: RetentionSchedule): Date | undefined => {
	if (kept.isHeld || !isEnded(kept.status)) return undefined
	const days = getDays(kept, schedule)
	return new Date(kept.changed.getTime() + days * day)
}

const getDays = ({ status, reason, category }: KeptCase, schedule: RetentionSchedule): number => {
	if (reason === 'spam') return schedule.spam
	if (status === 'not-illegal') return schedule.notIllegal
	return (category && schedule.closedByCategory[category]) ?? schedule.closed
}
