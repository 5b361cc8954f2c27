/** Rules of when the desk is open, in the country's own time, Ramadan and holidays. */
export { findOpening, getSpans, isOpen, toLocalTime, toInstant, type DeskHours } from './desk-hours.ts'
