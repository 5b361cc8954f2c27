/** Puts acts of the desk into the public record, in the transaction that does them, and counts them for the auditor. */
export { listActGroups } from './act-store.ts'
export { recordActs, toQuarterHour } from './record.ts'
export type { ActTables } from './act-tables.ts'
