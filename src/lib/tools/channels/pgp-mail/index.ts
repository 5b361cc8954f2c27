/**
 * Mail and files signed and sealed with OpenPGP (RFC 9580, PGP/MIME of RFC 3156), in the profile that GnuPG reads. Keys are armored text;
 * what is read comes back as a value or as issues that say what was wanted. No network, no key server, no keyring.
 */
export { readPublicKey } from './public-key.ts'
export { makeKey, readSecretKey, type MadeKey, type SecretKey } from './secret-key.ts'
export { openSealed, sealSigned } from './seal.ts'
export { signFile, verifyFile } from './sign-file.ts'
export { toPgpMail, toProtectedEntity } from './mime.ts'
