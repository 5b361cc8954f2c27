import { leaveCluster } from '#domains/cases/cluster/server'
import { noFields } from '../form-parts.ts'
import { caseAct } from './case-act.ts'

/** Takes a case out of its group. */
export const leaveAct = caseAct(
	{ may: ['merge', 'case'], form: noFields, writes: ['case/clustered'] },
	(_, { desk, id, staff }) => leaveCluster(desk, id, staff),
)
