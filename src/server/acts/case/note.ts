import { addNote } from '#domains/cases/answers/server'
import { caseAct } from './case-act.ts'
import { sealedNote } from './sealed-note.ts'

/** Keeps a note for who works on the case. */
export const noteAct = caseAct(
	{ may: ['list', 'case'], form: sealedNote, writes: ['case/noted'] },
	(form, { desk, id, staff }) => addNote(desk, { id, ...form }, staff),
)
