/** The queue as an address says it, and when an open case counts as forgotten. Rules only. */
export { daysUntilForgotten, readQueueView, toQueueAddress } from './queue-view.ts'
