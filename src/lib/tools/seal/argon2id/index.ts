/**
 * Argon2id (https://www.rfc-editor.org/rfc/rfc9106) at the speed of a compiled program in a browser. For a worker, which has no
 * content policy of a page.
 */
export { argon2id, type Argon2Parameters } from './argon2id.ts'
