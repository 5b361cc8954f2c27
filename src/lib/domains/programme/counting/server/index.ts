/** Counting on the server: cells sealed in the database, their release, the ledger. */
export type { CountingTables } from './counting-tables.ts'
export { flushSheets } from './flush-store.ts'
export { listCountedFigures, listLedger, listReleasedParts, releaseDue } from './release-store.ts'
