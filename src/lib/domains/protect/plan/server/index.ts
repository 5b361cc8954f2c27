/** The family plan on the server: its content as it was built, and the sheet for the fridge. */
export { getPlanTexts, planRules, planTopics, planValues } from './library.ts'
export { getOpenDates } from './open-dates.ts'
export { toPlanPaper } from './plan-paper.ts'
