/**
 * JWE(JWS), compact (https://www.rfc-editor.org/rfc/rfc7516, https://www.rfc-editor.org/rfc/rfc7515): Ed25519 inside, X25519 with A256KW and
 * A256GCM outside. Debian's python3-jwcrypto opens what is sealed here, and the reverse.
 */
export { findSealedTo, sealPayload, unsealPayload, verifyPayload } from './sealed-payload.ts'
export { readPublicJwk, toThumbprint, type PublicJwk } from './public-key.ts'
