/**
 * The family plan: who is in a family and what it uses becomes a few steps to do, agree and check, freer with age. Values
 * in, values out: the same rules run on the server and in the page, where nothing is sent.
 */
export {
	bands,
	devices,
	fields,
	getRefusal,
	most,
	networks,
	parseFamilyFields,
	services,
	toFamilyFields,
	type Family,
} from './family.ts'
export { countVerified, mostKeptBytes, parseKeptPlan, toKeptBlock, type KeptPlan } from './kept-plan.ts'
export { makePlan, type Plan, type PlannedBand, type PlannedStep } from './plan.ts'
export { toAllBands, toAllSteps } from './plan-cards.ts'
export type { PlanWords } from './plan-library.ts'
export type { PlanRules, PlanValues, StepLink } from './plan-step.ts'
