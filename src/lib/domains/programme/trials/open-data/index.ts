/** Door of the files of a published trial. */
export { mayExport, writeAnalysis, writeClasses, writeCodebook } from './open-data.ts'
