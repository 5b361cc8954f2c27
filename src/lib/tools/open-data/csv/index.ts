/** Tables as text (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180), with words that a spreadsheet would run as a formula disarmed. */
export { parseCsv, toCsvText } from './csv.ts'
