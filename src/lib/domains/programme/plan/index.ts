/** Door of the plan: what was promised, and what became of it. Values in, values out; the tables stand in `server/`. */
export { type Action, type Evidence, type Initiative, type ProgrammePlan, type Realisation } from './plan.ts'
export { lineNames, sheetColumns } from './sheet/columns.ts'
export { getShown, getShownRealisation, type ActionStanding, type ShownState } from './state.ts'
