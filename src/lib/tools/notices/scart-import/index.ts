/**
 * Lists of addresses that another hotline's SCART desk imports: its upload file and its import mail
 * (https://github.com/AbuseIO/SCART-application, documentation "Import").
 */
export { parseScartFile, toScartFile, type ScartRow } from './scart-file.ts'
export { parseScartMail, toScartMail } from './scart-mail.ts'
export { toScartUrl } from './scart-url.ts'
