import { decideApproval, listApprovals } from '#domains/approvals/server'
import { notAllowed } from '#domains/cases/server'
import { may } from '#domains/people'
import { getSecondWait } from '#server/desk/second'
import * as v from 'valibot'
import { caseAct } from '../case/case-act.ts'
import { anId, wrongForm, yesOrNo } from '../form-parts.ts'

/** Agrees to what was asked about the case of the page, or says no. */
export const decideOnCaseAct = caseAct(
	{
		may: ['list', 'case'],
		isFresh: true,
		form: v.object({ approval: anId, grants: yesOrNo }),
		writes: ['approval/granted', 'approval/refused'],
	},
	async ({ approval, grants }, { desk, id, staff }) => {
		if (!may(staff, 'open', 'case', 'unit')) throw notAllowed('deciding about a case')
		const known = await listApprovals(desk.db, desk.now())
		if (!known.some((one) => one.id === approval && one.subject === id)) return wrongForm()
		return decideApproval(desk.db, { id: approval, grants, wait: await getSecondWait() }, staff, desk.now())
	},
)
