/** A feed for feed readers: Atom (https://www.rfc-editor.org/rfc/rfc4287). */
export { toAtomFile } from './atom.ts'
