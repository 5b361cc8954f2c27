/** Views of the indicators: who may read which of them, and up to which marking. Rules only. */
export { findReader, type ViewReader } from './reader.ts'
