/** A text as a QR code, for paper, pages and terminals (ISO/IEC 18004, by the package `qr`). Reading one: `tools/qr-reader`. */
export { toDenseQrPath, toQrPath, toQrRows } from './qr-code.ts'
