/**
 * A report of XARF as mail: RFC 5965 (https://www.rfc-editor.org/rfc/rfc5965) in the form of RFC 6522, three parts of text and no file.
 */
export { composeXarfMail, type XarfMail } from './compose.ts'
