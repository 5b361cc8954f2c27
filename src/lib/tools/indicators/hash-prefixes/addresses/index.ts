/** Addresses in the one spelling of which a list holds digests (https://developers.google.com/safe-browsing/v4/urls-hashing). */
export { findExpression, hashExpression, listExpressions } from './expressions.ts'
