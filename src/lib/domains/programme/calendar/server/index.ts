/** The calendar as the content has it. */
export { yearEvents } from './year-events.ts'
