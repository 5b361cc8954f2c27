import { releaseHold } from '#domains/retention/server'
import { caseAct } from '../case/case-act.ts'
import { noFields } from '../form-parts.ts'

/** Lets a case go that was kept. */
export const releaseAct = caseAct(
	{ may: ['place', 'hold'], form: noFields, writes: ['case/released'] },
	(_, { desk, id, staff }) => releaseHold(desk, id, staff),
)
