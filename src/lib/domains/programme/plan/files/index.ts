/** Files of a plan: bytes in, rows or a fault out. */
export { fileFaults, mostSheetLines, readSheetFile, type FileFault } from './sheet-file.ts'
