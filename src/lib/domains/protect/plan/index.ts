/**
 * The family plan: who is in a family and what it uses becomes a few steps to do, agree and check, freer with age. Values
 * in, values out: the same rules run on the server and in the page, where nothing is sent.
 */
export { toAllBands, toAllSteps } from './plan-cards.ts'
export type { PlanWords } from './plan-library.ts'
export type { PlanRules, PlanValues, StepLink } from './plan-step.ts'
export { findFirstStep, makePlan, type Plan, type PlannedBand, type PlannedStep } from './plan.ts'
