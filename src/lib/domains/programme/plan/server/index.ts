/** The plan as it is kept: published, drafted, changed. */
export { makeAction, makeParty, makeRealisation } from './make-store.ts'
export { removeEvidence, writePlanNote, type PlanNote } from './note-store.ts'
export type { PlanDesk, PlanTables } from './plan-tables.ts'
export { plantPlan } from './plant.ts'
export { readPlan } from './read-plan.ts'
export { toPlanDay, writeThing } from './write-store.ts'
