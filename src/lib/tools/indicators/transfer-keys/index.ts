/** Keys by which a zone is fetched (TSIG, RFC 8945), as BIND and Knot read them. */
export { toBindKeys, toKnotKeys, type TransferList } from './transfer-keys.ts'
