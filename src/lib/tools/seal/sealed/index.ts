/**
 * Words and files sealed to exactly one reader, in sizes that say nothing about their length. A thin wrapper over
 * age (https://age-encryption.org/v1, https://c2sp.org/age): whatever is sealed here opens with the `age` program, and the
 * reverse. Whole buffers only: nothing is handed over before the last byte has been verified.
 */
export { readArmor } from './armor.ts'
export { formSizes } from './padding.ts'
export { checkSealed, checkSealedStart, readFamily, readStanzas } from './header.ts'
export { seal, type SealRefusal } from './seal.ts'
export { open, openPlainText, openText, type Identity, type TextRefusal } from './open.ts'
export {
	fingerprint,
	identityFromBytes,
	lockIdentity,
	makeIdentity,
	toFamily,
	toRecipient,
} from './identity.ts'
export { openPassphrase, wrapWithPassphrase } from './passphrase.ts'
