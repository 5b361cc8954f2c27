/** The street on the server: its stories as they were built, and the files of its pictures. */
export { createDerbPictures, derbSheetNames, findDerbSheet } from './derb-sheets.ts'
export { derb } from './library.ts'
