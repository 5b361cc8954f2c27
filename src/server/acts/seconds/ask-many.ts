import { askApproval } from '#domains/approvals/server'
import { toOpenDigest } from '#domains/cases/reading/server'
import { getCaseDatabase } from '#server/desk/case-desk'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'
import { someIds } from '../form-parts.ts'

/** As many as one page of the queue shows. */
const most = 1000

/** Asks a second person to agree that many cases are opened in one go. */
export const askManyAct = deskAction(
	{
		may: ['open', 'case'],
		form: v.object({ ids: someIds(most) }),
		refusals: caseRefusals,
		writes: ['approval/asked'],
	},
	async ({ ids }, { staff }) => {
		const asked = { act: 'open-many', subject: 'cases', digest: toOpenDigest(ids) } as const
		await askApproval(getCaseDatabase(), asked, staff, new Date())
		return { asked: true as const }
	},
)
