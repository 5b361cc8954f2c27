/** Notes of a case in the browser: sealed before they are sent, opened when they are read. */
export { keepNote, readNote, sealDraft, type SealedNote } from './notes.ts'
