/** Door of what a form of the plan lets somebody choose from. */
export { evidenceKinds, partyKinds, planAudiences, planStates } from '../plan.ts'
