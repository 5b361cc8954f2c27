import { hasCalendar } from '#domains/exchange/preservation/calendar/server'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import { requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'preservation')
	return { hasAddress: await hasCalendar(getPreservationDesk().db, staff.id) }
}

export const actions = deskActs['/desk/preservation/calendar']
