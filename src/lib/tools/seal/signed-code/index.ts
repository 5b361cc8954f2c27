/**
 * Short statements that anyone can check without asking the one who made them: text, a dot, an Ed25519 signature
 * (https://www.rfc-editor.org/rfc/rfc8032) in base64url. Fits in a QR code.
 */
export { makeSigningKey, readSignedCode, signCode, toFingerprint, toPublicKey } from './signed-code.ts'
