/** Door of the calendar: days of the year that campaigns are planned around, and years of which none is known. Values in, values out. */
export { readYearEvents, type CalendarEvent } from './calendar.ts'
export { listUnknown, listYearEvents, type YearEvent } from './year.ts'
