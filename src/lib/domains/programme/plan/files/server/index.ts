/** The plan in files: taken along whole, and brought back whole or not at all. */
export { exportCsv, exportOds, exportTables } from './export-store.ts'
export { lookAtFile, writePlanFile } from './import-store.ts'
