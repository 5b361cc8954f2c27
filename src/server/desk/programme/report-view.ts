/** Quarters whose sessions somebody may report. */
import { toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { may, type Person } from '#domains/people'
import { findSpan, getReach } from '#domains/programme/places'
import { listQuarters } from './session-views.ts'

/** The quarters of `listQuarters()` that are over; none for who works for one region: a quarter is reported for the whole country at once. */
export const listReportable = (by: Person): string[] => {
	if (!may(by, 'publish', 'figure', getReach(by, {}))) return []
	const today = toLocalDay(new Date(), library.calendar.zone)
	return listQuarters(today).filter((quarter) => (findSpan(quarter)?.until ?? '9') <= today)
}
