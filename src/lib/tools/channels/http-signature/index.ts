/**
 * HTTP Message Signatures (https://www.rfc-editor.org/rfc/rfc9421) with Content-Digest (https://www.rfc-editor.org/rfc/rfc9530) in one
 * profile: requests with the tag `coop-v1`, receipts with the tag `coop-receipt`.
 */
export { checkContentDigest, makeContentDigest } from './content-digest.ts'
export { clockSkew, checkTimes } from './times.ts'
export { signRequest, verifyRequest, type Claims, type SignedRequest } from './request.ts'
export { signReceipt, verifyReceipt, type ReceiptAnswer } from './receipt.ts'
