/** Writing on a case: answers, notes, what was checked, what its reporter wrote. */
export { answerAll } from './answer-store.ts'
export { deskContent } from './desk-content.ts'
export { addNote, noteCall, setChecked } from './note-store.ts'
