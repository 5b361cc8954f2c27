/** Door of the files of a published trial. */
export { mayExport, writeAnalysis, writeClasses, writeCodebook } from './open-data.ts'
export { listExported, writeTrialFile } from './trial-file.ts'
export type { FiledTrial } from './trial-file.ts'
