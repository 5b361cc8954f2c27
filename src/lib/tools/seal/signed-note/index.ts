/**
 * Texts with signatures that anyone can check, as public records are published: signed notes
 * (https://c2sp.org/signed-note), the checkpoint of a record (https://c2sp.org/tlog-checkpoint) and a witness's timed
 * word that it saw this checkpoint follow the last one (https://c2sp.org/tlog-cosignature, Ed25519). Go's
 * `golang.org/x/mod/sumdb/note` reads what is written here.
 */
export { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export { makeNoteKey, parseVerifierKey, toVerifierKey, type NoteKey } from './note-key.ts'
export { formatNote, parseNote } from './note.ts'
export { openNote } from './open-note.ts'
export { cosignCheckpoint, makeSigner, signNote } from './sign-note.ts'
