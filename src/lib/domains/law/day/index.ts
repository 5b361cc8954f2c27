/** The law on a day: what somebody typed as a day, and what the records say of that day. */
export { readDay } from './read-day.ts'
export { viewDay } from './view-day.ts'
