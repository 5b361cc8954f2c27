/** Door of the files of a published trial. */
export { mayExport, writeAnalysis, writeClasses, writeCodebook } from './open-data.ts'
export { listExported, listFiles, writeTrialFile } from './trial-file.ts'
export type { FiledTrial } from './trial-file.ts'
