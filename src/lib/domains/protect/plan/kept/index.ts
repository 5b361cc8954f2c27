/** A plan that a family keeps: its answers inside of its own file. */
export { countVerified, mostKeptBytes, parseKeptPlan, toKeptBlock, type KeptPlan } from './kept-plan.ts'
