/** Door of trials: plan, classes, tallies, next steps. Values in, values out. */
export { readClassList } from './class-list.ts'
export { findNextSteps } from './next-step.ts'
export { readTallySheet } from './tally-sheet.ts'
export { isOverdue, toListed, type OverdueTrial, type Trial } from './trial.ts'
