/** Calendars of deadlines: a secret address for each person, that a calendar program asks without a session. */
export { findCalendarDays, hasCalendar, makeCalendar, revokeCalendar } from './calendar-store.ts'
