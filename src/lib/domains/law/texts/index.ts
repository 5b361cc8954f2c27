/** Views of a text and of an article besides their records: facts of a text with its blanks, its standing on a day. */
export { getDatedState } from './dated-state.ts'
