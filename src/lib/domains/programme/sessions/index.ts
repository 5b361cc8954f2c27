/** Door of sessions: what was held, in bands, by revisions, and what a quarter publishes of it. Values in, values out. */
export { attendanceBands } from './bands.ts'
export { findNextDose } from './dosage.ts'
export { longestEntry, parseEntry, toEntryText, type Entry } from './entry.ts'
export { isHeldDay, sessionAudiences, sessionSettings, sessionTrainers } from './session.ts'
