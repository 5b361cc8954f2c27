/** Spreadsheets of OpenDocument (https://docs.oasis-open.org/office/OpenDocument/v1.3/). Bytes or values in, values or bytes out. */
export { isZip, readOds } from './read-ods.ts'
export { writeOds, type OdsSheet } from './write-ods.ts'
