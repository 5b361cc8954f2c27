import { mergeCases } from '#domains/cases/cluster/server'
import { findGranted } from '../granted.ts'
import { caseAct } from './case-act.ts'
import { otherCases } from './other-cases.ts'

/** Puts cases of one matter together; across units, with the agreement that this person was given. */
export const mergeAct = caseAct(
	{ may: ['merge', 'case'], form: otherCases, writes: ['case/clustered'] },
	async ({ other }, { desk, id, staff }) => {
		const approval = await findGranted({ act: 'merge-across-units', subject: id, askedBy: staff.id })
		return mergeCases(desk, { ids: [id, ...other], ...(approval !== '' && { approval }) }, staff)
	},
)
