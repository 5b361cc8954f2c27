/** Reports of sessions: what a quarter publishes, and the press that asks for it. */
export { readQuarter, reportQuarter } from './report-store.ts'
