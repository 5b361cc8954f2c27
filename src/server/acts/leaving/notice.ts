import { askApproval } from '#domains/approvals/server'
import { leavingForms } from '#domains/cases/reading'
import { needsSecond } from '#domains/leaving'
import { noteLeaving } from '#domains/leaving/server'
import { getDesk, getId } from '#server/desk/case-desk'
import { findGranted } from '../granted.ts'
import * as v from 'valibot'
import { getOwnCase } from '../case/case-act.ts'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

const body = v.strictObject({
	/** `ask`: for a second person, where it takes one; `leave`: it is saved as soon as that is written down. */
	to: v.picklist(['ask', 'leave']),
	form: v.picklist(leavingForms),
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
})

/**
 * Lets a notice or a list leave. It was made in the browser, where the case is open, and neither an address nor a word of it comes
 * here: only which form it has and the digest of its file.
 */
export const noticeAct = deskEndpoint(
	{
		may: ['send', 'notice'],
		isFresh: ({ to }) => to === 'leave',
		body,
		most: 1000,
		refusals: caseRefusals,
		writes: ['approval/asked', 'case/noticed', 'case/listed'],
	},
	async ({ to, form, digest }, { staff, event }) => {
		const [desk, id] = [getDesk(), getId(event.params['id'] ?? '')]
		const near = await getOwnCase({ desk, id, staff }, ['send', 'notice'])
		const isOfTwo = needsSecond(form, near.desk.status)
		const asked = { act: 'export', subject: id, digest } as const
		if (to === 'leave') {
			const approval = isOfTwo ? await findGranted({ ...asked, askedBy: staff.id }) : ''
			await noteLeaving(desk, { id, form, digest, approval }, staff)
		} else if (isOfTwo) await askApproval(desk.db, asked, staff, desk.now())
		return { isOfTwo }
	},
)
