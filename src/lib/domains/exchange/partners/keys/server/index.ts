/** Keys of partners as they are kept: brought, compared by a second person, revoked. */
export { bringKey, makeToken, makeTransferKey, revokeKey, verifyKey, type TransferKey } from './key-store.ts'
export { findTransferSecret, transferAlgorithm } from './transfer-secret.ts'
