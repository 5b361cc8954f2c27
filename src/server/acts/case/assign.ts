import { assignCase } from '#domains/cases/work/server'
import { hasCapacity } from '#server/desk/case-desk'
import * as v from 'valibot'
import { anId } from '../form-parts.ts'
import { caseAct, shownVersion } from './case-act.ts'

/** Gives a case to somebody whose day has room, or takes it. */
export const assignAct = caseAct(
	{ may: ['list', 'case'], form: v.object({ version: shownVersion, to: anId }), writes: ['case/assigned'] },
	(form, { desk, id, staff }) => assignCase(desk, { id, ...form }, staff, hasCapacity),
)
