import { noteCall } from '#domains/cases/answers/server'
import { caseAct } from './case-act.ts'
import { sealedNote } from './sealed-note.ts'

/** Notes that the police were called about a case in danger. */
export const noteCallAct = caseAct(
	{ may: ['list', 'case'], form: sealedNote, writes: ['case/called'] },
	(form, { desk, id, staff }) => noteCall(desk, { id, ...form }, staff),
)
