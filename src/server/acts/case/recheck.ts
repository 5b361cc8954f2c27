import { noteRecheck } from '#domains/cases/work/server'
import * as v from 'valibot'
import { caseAct, shownVersion } from './case-act.ts'

/** Notes that a place was looked at again and nothing has changed. */
export const recheckAct = caseAct(
	{ may: ['list', 'case'], form: v.object({ version: shownVersion }), writes: ['case/checked'] },
	(form, { desk, id, staff }) => noteRecheck(desk, { id, ...form }, staff),
)
