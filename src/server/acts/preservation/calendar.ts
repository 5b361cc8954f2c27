import { makeCalendar, revokeCalendar } from '#domains/exchange/preservation/calendar/server'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import { getPeople } from '#server/desk/session'
import { deskAction } from '../desk-action.ts'
import { noFields } from '../form-parts.ts'

/** Makes the address of a person's own calendar. It is shown once, in the answer, and kept nowhere. */
export const makeCalendarAct = deskAction(
	{
		may: ['read', 'preservation'],
		form: noFields,
		refusals: [],
		writes: ['preservation/calendar-made'],
	},
	async (_, { staff, event }) => {
		const { origin } = await getPeople(event.url)
		const token = await makeCalendar(getPreservationDesk(), staff)
		return { address: `${origin}/coop/calendar/${token}.ics` }
	},
)

/** Takes the address back. */
export const revokeCalendarAct = deskAction(
	{
		may: ['read', 'preservation'],
		form: noFields,
		refusals: [],
		writes: ['preservation/calendar-revoked'],
	},
	async (_, { staff }) => {
		await revokeCalendar(getPreservationDesk(), staff)
		return { done: true as const }
	},
)
