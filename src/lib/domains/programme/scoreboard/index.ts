/** Door of the scoreboard: the plan and its numbers as everybody sees them. Values in, values out. */
export { isAllDone, listActionsOf, listNotDone, listShownActions, makeBoard } from './board.ts'
export type { Frozen, LawNames } from './frozen.ts'
export { findTable, getFills, hasNoise, listErrata, listLatest, listPeriodsOf } from './latest.ts'
export { listTargetsOf } from './targets.ts'
