/**
 * Reports on the server: sealed bytes come in and are kept, mailboxes answer, epochs are written down. Nothing here can read a
 * report.
 */
export { readAttachment } from './attachments/attachment-files.ts'
export { findAttachment } from './attachments/attachment-rows.ts'
export { answerIntake, findEndpoint } from './http/answer-intake.ts'
export type { IntakeRefusal } from './intake-refusal.ts'
export { countSpooled } from './keep/spool.ts'
export { listOpenEpochs, markDestroyed, startEpoch } from './keep/epoch-store.ts'
export { enterEpochs, findUnrecordedEpoch, listEpochRecords } from './keep/epoch-record-store.ts'
export { addLetter, countDeskLetters, listReporterLetters, putLetter } from './keep/mailbox-store.ts'
export { findReports, removeReports, setStatus, type FaultPoint } from './keep/report-store.ts'
export { getDemonstrationSecret, isDemonstrationEpoch } from './keys/demonstration.ts'
export type { ReceiptMailbox } from './mailbox/receipt-mailbox.ts'
export { fillBucket, takeToken, type Budget, type TokenBucket } from './flood.ts'
export { createTokenBuckets } from './token-buckets.ts'
export { openReports, type Reports } from './reports.ts'
export { lookAtIntake, type IntakeState, type KeyState } from './intake-state.ts'
export {
	openPageReports,
	toKeptSettings,
	openKept,
	type KeptSettings,
	type Kept,
	type PageReports,
} from './seal/apart.ts'
export { openSealers } from './seal/sealers.ts'
export type { ReportTables } from './tables.ts'
