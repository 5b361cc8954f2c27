import { leastShown } from '#domains/cases'
import { getDeskFigures } from '#domains/cases/server'
import { getCaseDatabase, getToday } from '../../../../desk/cases.ts'
import { requireMay } from '../../../../desk/desk.ts'
import type { PageServerLoad } from './$types'

/** The month before one, `2026-10`. */
const getMonthBefore = (month: string, steps = 1): string => {
	const [year = 0, number = 1] = month.split('-').map(Number)
	return new Date(Date.UTC(year, number - 1 - steps, 1)).toISOString().slice(0, 7)
}

/** Figures of the twelve whole months that are over: the month that still grows is never shown. */
export const load: PageServerLoad = async (event) => {
	requireMay(event, 'read', 'figures', 'all')
	const to = getMonthBefore(getToday().slice(0, 7))
	return { figures: await getDeskFigures(getCaseDatabase(), getMonthBefore(to, 11), to), leastShown }
}
