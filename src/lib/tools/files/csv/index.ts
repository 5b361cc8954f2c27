/** Tables as text (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180). Bytes or values in, values or text out. */
export { guardCell, unguardCell } from './guard.ts'
export { readCsv } from './read-csv.ts'
export { writeCsv } from './write-csv.ts'
