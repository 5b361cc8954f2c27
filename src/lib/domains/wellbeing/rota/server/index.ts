/** Stores when people are on duty, and the pauses that they take now. */
export { forgetPauses, listDuties, listPauses, setDuty, setPause, type Duty } from './duty-store.ts'
