import { decideApproval } from '#domains/approvals/server'
import { getCaseDatabase } from '#server/desk/case-desk'
import { getSecondWait } from '#server/desk/second'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'
import { anId, yesOrNo } from '../form-parts.ts'

/** Agrees to what somebody has asked, or says no. */
export const decideAct = deskAction(
	{
		may: ['list', 'approval'],
		isFresh: true,
		form: v.object({ id: anId, grants: yesOrNo }),
		refusals: caseRefusals,
		writes: ['approval/granted', 'approval/refused'],
	},
	async (decision, { staff }) => {
		const wait = await getSecondWait()
		await decideApproval(getCaseDatabase(), { ...decision, wait }, staff, new Date())
		return { done: true as const }
	},
)
