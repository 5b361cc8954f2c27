/**
 * The keys behind a receipt: one slow step (Argon2id, https://www.rfc-editor.org/rfc/rfc9106) and one split
 * (HKDF-SHA-256, https://www.rfc-editor.org/rfc/rfc5869). The same in a browser and on a server.
 */
export { deriveKeys, type Argon2id } from './receipt-keys.ts'
