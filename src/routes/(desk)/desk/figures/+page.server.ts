import { leastShown } from '#domains/cases/figures'
import { countQueue } from '#domains/cases/queue/server'
import { getDeskFigures } from '#domains/cases/figures/server'
import { may } from '#domains/people'
import { getCaseDatabase, getToday } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** The month before one, `2026-10`. */
const getMonthBefore = (month: string, steps = 1): string => {
	const [year = 0, number = 1] = month.split('-').map(Number)
	return new Date(Date.UTC(year, number - 1 - steps, 1)).toISOString().slice(0, 7)
}

/** Figures of the twelve whole months that are over: the month that still grows is never shown. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'figures', 'all')
	const db = getCaseDatabase()
	const to = getMonthBefore(getToday().slice(0, 7))
	return {
		figures: await getDeskFigures(db, getMonthBefore(to, 11), to),
		leastShown,
		// A number of today: for those alone who see each of these cases in the queue.
		forgotten: may(staff, 'list', 'case') ? (await countQueue(db, { now: new Date() })).forgotten : undefined,
	}
}
