/**
 * One text for one value of JSON, so that a hash or a signature covers a meaning and not a layout: the JSON
 * Canonicalization Scheme (https://www.rfc-editor.org/rfc/rfc8785).
 */
export { toCanonicalJson, type JsonValue } from './canonical-json.ts'
