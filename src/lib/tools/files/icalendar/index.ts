/**
 * Days to remember as a file that every calendar program opens: iCalendar
 * (https://www.rfc-editor.org/rfc/rfc5545). Whole days, no account, nobody is told.
 */
export { toCalendarFile, type CalendarDay } from './icalendar.ts'
