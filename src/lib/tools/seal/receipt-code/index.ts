/**
 * A receipt without a name: 24 random digits, written like a recharge code with two check digits, or as eight words of the
 * reader's language. Typing mistakes are told before anything is asked of a server (check digits after ISO/IEC 7064,
 * MOD 97-10).
 */
export { formatReceipt, makeReceipt } from './receipt-code.ts'
export { parseReceipt } from './parse-receipt.ts'
export { receiptIssues, type ReceiptIssue } from './parsed-receipt.ts'
export { toWords } from './words.ts'
