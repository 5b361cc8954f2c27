/** Sessions that are planned. */
export { dropPlan, listPlanned, planSession } from './plan-store.ts'
