/**
 * Sealing a report in the browser: check the key it is sealed to, make the receipt, seal, pack. A door of its own, so that a
 * phone loads it without the rest of the room.
 */
export { isCurrent, openEpoch, type Epoch } from '../keys/epoch.ts'
export { toCopyText } from '../copy-text.ts'
export { pickFirstMinutes } from '../first-minutes.ts'
export { collectAnswers } from '../form/form-fields.ts'
export { doorsAtOnce, pickDoors, type Told } from '../other-doors.ts'
export { canSeal } from './can-seal.ts'
export { packReport, type Priority, type ReportHeader } from './pack-report.ts'
export { drawReceipt, sealReport, type ReceiptInHand, type SealedReport } from './seal-report.ts'
export { toEndPattern } from '../receipt-end.ts'
