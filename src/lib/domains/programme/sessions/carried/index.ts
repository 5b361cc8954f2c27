/** Entries that are carried by hand to the desk, sealed: as codes on a screen or lines of a file. */
export { openCarried, sealCarried, toTokenText } from './carried.ts'
