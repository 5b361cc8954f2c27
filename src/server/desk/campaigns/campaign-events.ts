/** Events of the calendar as pages of campaigns show them. */
import { addDays } from '#base'
import { listUnknown, listYearEvents } from '#domains/programme/calendar'
import { yearEvents } from '#domains/programme/calendar/server'

/** Days ahead that a campaign is planned. */
const ahead = 400

/** Events from a civil day on, and those of which no day is known in its year and the next. */
export const listComingEvents = (today: string) => {
	const year = Number(today.slice(0, 4))
	return {
		events: listYearEvents(yearEvents, { from: today, until: addDays(today, ahead) }),
		unknown: [year, year + 1].map((one) => ({ year: one, events: listUnknown(yearEvents, one) })),
	}
}

/** Every event that has a day: one that is over stays the event of its campaign. */
export const listEveryEvent = () => listYearEvents(yearEvents, { from: '2026-01-01', until: '2099-12-31' })
