/**
 * The mailbox in the browser: from a typed receipt to answers that the desk has signed, and back. A door of its own, so that a
 * phone loads it without the rest of the room.
 */
export type { SafeHours } from '../answer.ts'
export { readSafeHours } from '../form/form-fields.ts'
export { openEpoch } from '../keys/epoch.ts'
export { openReceipt, signChallenge } from '../keys/receipt.ts'
export { parseMailboxPage, slotCount } from './mailbox-page.ts'
export { openMailbox, type OpenMailbox } from './open-mailbox.ts'
export { sealMessage } from './seal-message.ts'
export { toReceiptProblem } from '../receipt-issues.ts'
