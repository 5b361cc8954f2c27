import { askMerge } from '#domains/cases/cluster/server'
import { caseAct } from '../case/case-act.ts'
import { otherCases } from '../case/other-cases.ts'

/** Asks a second person to agree that cases of several units are put together. */
export const askMergeAct = caseAct(
	{ may: ['merge', 'case'], form: otherCases, writes: ['approval/asked'] },
	({ other }, { desk, id, staff }) => askMerge(desk, { subject: id, ids: [id, ...other] }, staff),
)
