/** Clocks of a case: what is due by when, in the hours of the desk. Rules only. */
export { getDue, isClockId, type ClockId, type DeskTime } from './case-clock.ts'
